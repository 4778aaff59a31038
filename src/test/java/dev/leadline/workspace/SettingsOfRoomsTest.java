package dev.leadline.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.problem.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settings of a room that is made up. */
class SettingsOfRoomsTest {

    record Range(Integer least, Integer most) {}

    /** From one to ten, and never empty. */
    private static final class Ranges implements RoomSettings<Range> {
        @Override
        public String name() {
            return "range";
        }

        @Override
        public Class<Range> type() {
            return Range.class;
        }

        @Override
        public Range complete(Range given) {
            return given == null
                    ? new Range(1, 10)
                    : new Range(given.least == null ? 1 : given.least, given.most == null ? 10 : given.most);
        }

        @Override
        public Optional<FieldError> faultOf(Range complete) {
            return complete.least <= complete.most
                    ? Optional.empty()
                    : Optional.of(FieldError.at("/least", "must not be above most"));
        }
    }

    private final SettingsOfRooms settings = new SettingsOfRooms(List.of(new Ranges()), new ObjectMapper());

    @Test
    void given_a_room_of_which_nothing_was_kept_then_it_has_its_defaults() {
        assertEquals(Map.of("range", new Range(1, 10)), settings.read("{}"));
    }

    @Test
    void given_a_member_of_which_nothing_was_kept_then_it_has_its_default() {
        assertEquals(Map.of("range", new Range(4, 10)), settings.read("""
                {"range":{"least":4}}"""));
    }

    @Test
    void given_settings_when_they_are_kept_then_they_are_read_as_they_were() {
        Map<String, Object> some = Map.of("range", new Range(3, 7));
        assertEquals(some, settings.read(settings.write(some)));
    }

    /** As an earlier version may have kept it. */
    @Test
    void given_a_member_that_is_no_more_then_what_was_kept_is_read_without_it_and_what_is_sent_is_refused()
            throws JsonProcessingException {
        String some = """
                {"range":{"least":3,"gone":0.1},"goneToo":{}}""";

        assertEquals(Map.of("range", new Range(3, 10)), settings.read(some));
        JsonNode sent = new ObjectMapper().readTree(some);
        JsonMappingException fault = assertThrows(JsonMappingException.class, () -> settings.given(sent));
        assertEquals("gone", fault.getPath().get(1).getFieldName());
    }

    @Test
    void given_members_at_odds_then_refused_under_the_rooms_name() {
        HttpProblem refusal =
                assertThrows(HttpProblem.class, () -> settings.requireSound(Map.of("range", new Range(2, 1))));
        assertEquals("/range/least must not be above most", refusal.getDetail());
    }
}
