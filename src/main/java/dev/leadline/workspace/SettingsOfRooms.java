package dev.leadline.workspace;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.leadline.platform.problem.Problem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rooms' settings by name: as records, and as the JSON that is stored. */
@ApplicationScoped
class SettingsOfRooms {

    private final List<RoomSettings<?>> rooms;
    private final ObjectMapper json;

    SettingsOfRooms(@All List<RoomSettings<?>> rooms, ObjectMapper json) {
        this.rooms = rooms;
        this.json = json;
    }

    /** As stored; what is missing takes its defaults, and what an earlier version knew and this one does not is left out. */
    Map<String, Object> read(String kept) {
        try {
            return complete(given(json.readTree(kept), json.reader().without(FAIL_ON_UNKNOWN_PROPERTIES)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings that are kept cannot be read", e);
        }
    }

    /** As they are to be stored. */
    String write(Map<String, Object> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings cannot be written", e);
        }
    }

    /**
     * What a client has sent, not yet checked or completed; a room that is not mentioned is left out.
     *
     * @param sent with a member for each room that is mentioned; other members do not matter
     * @throws JsonProcessingException if it does not fit
     */
    Map<String, Object> given(JsonNode sent) throws JsonProcessingException {
        return given(sent, json.reader());
    }

    private Map<String, Object> given(JsonNode sent, ObjectReader reader) throws JsonProcessingException {
        Map<String, Object> given = new LinkedHashMap<>();
        for (RoomSettings<?> room : rooms) {
            JsonNode tree = sent.path(room.name());
            if (!tree.isMissingNode() && !tree.isNull()) {
                try {
                    given.put(room.name(), reader.treeToValue(tree, room.type()));
                } catch (JsonMappingException e) {
                    e.prependPath(sent, room.name());
                    throw e;
                }
            }
        }
        return given;
    }

    /** The settings of every room, with defaults where nothing is given. */
    Map<String, Object> complete(Map<String, Object> given) {
        Map<String, Object> complete = new LinkedHashMap<>();
        rooms.forEach(room -> complete.put(room.name(), complete(room, given)));
        return complete;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that names the first member at odds with others */
    void requireSound(Map<String, Object> complete) {
        for (RoomSettings<?> room : rooms) {
            requireSound(room, complete);
        }
    }

    private static <S> S complete(RoomSettings<S> room, Map<String, Object> given) {
        return room.complete(room.type().cast(given.get(room.name())));
    }

    private static <S> void requireSound(RoomSettings<S> room, Map<String, Object> complete) {
        room.faultOf(room.type().cast(complete.get(room.name()))).ifPresent(fault -> {
            throw Problem.invalid("/" + room.name() + fault.pointer(), fault.detail())
                    .toException();
        });
    }
}
