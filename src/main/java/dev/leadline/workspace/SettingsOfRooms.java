package dev.leadline.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.problem.JsonProblems;
import dev.leadline.platform.problem.Problem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All rooms' settings by name: their records, the JSON that is kept of them, and the JSON that a client sends. */
@ApplicationScoped
class SettingsOfRooms {

    private static final TypeReference<Map<String, JsonNode>> BY_NAME = new TypeReference<>() {};

    private final List<RoomSettings<?>> rooms;
    private final ObjectMapper json;

    SettingsOfRooms(@All List<RoomSettings<?>> rooms, ObjectMapper json) {
        this.rooms = rooms;
        this.json = json;
    }

    /** As they were kept; what was not there yet has its defaults. */
    Map<String, Object> read(String kept) {
        try {
            return complete(records(json.readValue(kept, BY_NAME)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings that are kept cannot be read", e);
        }
    }

    /** As they are to be kept. */
    String write(Map<String, Object> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings cannot be written", e);
        }
    }

    /** As a client writes them. */
    Map<String, JsonNode> trees(Map<String, Object> settings) {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        settings.forEach((name, value) -> trees.put(name, json.valueToTree(value)));
        return trees;
    }

    /**
     * What a client has sent, not yet checked or complete; a room of which nothing is said is left out.
     *
     * @param sent by name
     * @param form whose fields are all that can be sent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it does not fit, or if no room has such a name
     */
    Map<String, Object> given(Map<String, JsonNode> sent, WorkspaceUpdate form) {
        try {
            Map<String, Object> given = records(sent);
            TreeSet<String> unknown = new TreeSet<>(sent.keySet());
            rooms.forEach(room -> unknown.remove(room.name()));
            if (!unknown.isEmpty()) {
                throw JsonProblems.unknownField(unknown.first(), names(form)).toException();
            }
            return given;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e).toException();
        }
    }

    private List<String> names(WorkspaceUpdate form) {
        List<String> names = new ArrayList<>();
        json.valueToTree(form).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The settings of every room, with the defaults where nothing is given. */
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

    private Map<String, Object> records(Map<String, JsonNode> trees) throws JsonProcessingException {
        Map<String, Object> records = new LinkedHashMap<>();
        for (RoomSettings<?> room : rooms) {
            JsonNode tree = trees.get(room.name());
            if (tree != null && !tree.isNull()) {
                try {
                    records.put(room.name(), json.treeToValue(tree, room.type()));
                } catch (JsonMappingException e) {
                    e.prependPath(trees, room.name());
                    throw e;
                }
            }
        }
        return records;
    }
}
