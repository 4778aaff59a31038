package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.JsonProblems;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** JSON merge patch (RFC 7396): what is given replaces, null removes, the rest stays. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper json;

    MergePatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The value after the patch.
     *
     * @param current the value as it is, in the form a client writes it
     * @param patch the request's body
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if the body is no object or does not fit, 400 without a body
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (patch == null) {
            throw Problem.empty().toException();
        }
        if (!patch.isObject()) {
            throw Problem.invalid("", "must be an object with the fields to change")
                    .toException();
        }
        ObjectNode merged = (ObjectNode) merge(json.valueToTree(current), patch);
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e).toException();
        }
    }

    /**
     * Refuses a patch of fields that are fixed once the record is there.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that names those fields
     */
    public void refuse(JsonNode patch, String... fixed) {
        List<FieldError> errors = Arrays.stream(fixed)
                .filter(name -> patch != null && patch.has(name))
                .map(name -> FieldError.at("/" + name, "cannot change"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).toException();
        }
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target != null && target.isObject() ? (ObjectNode) target : json.createObjectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                // An unknown name stays, so that it is reported rather than ignored.
                if (result.has(field.getKey())) {
                    result.remove(field.getKey());
                } else {
                    result.set(field.getKey(), field.getValue());
                }
            } else {
                result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
