package dev.leadline.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadline.platform.json.MergePatch;
import dev.leadline.platform.problem.JsonProblems;
import dev.leadline.platform.validation.RequestValidation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Applies a merge patch to all settings, those of the workspace and those of the rooms. */
@ApplicationScoped
class SettingsPatch {

    private final SettingsOfRooms settings;
    private final MergePatch patches;
    private final RequestValidation validation;
    private final ObjectMapper json;

    SettingsPatch(SettingsOfRooms settings, MergePatch patches, RequestValidation validation, ObjectMapper json) {
        this.settings = settings;
        this.patches = patches;
        this.validation = validation;
        this.json = json;
    }

    /**
     * All settings after a patch.
     *
     * @param own those of the workspace
     * @param rooms those of the rooms that are mentioned, by name
     */
    record Patched(WorkspaceUpdate own, Map<String, Object> rooms) {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that names what is wrong, 400 without a body */
    Patched apply(Workspace current, JsonNode patch) {
        ObjectNode own = json.valueToTree(WorkspaceUpdate.of(current));
        ObjectNode all = own.deepCopy().setAll(json.<ObjectNode>valueToTree(current.settings()));
        ObjectNode merged = patches.apply(all, patch, ObjectNode.class);
        Patched patched = read(merged, names(own));
        requireKnown(names(merged), names(all));
        requireValid(patched);
        return patched;
    }

    private Patched read(ObjectNode merged, Set<String> own) {
        try {
            return new Patched(
                    json.treeToValue(merged.deepCopy().retain(own), WorkspaceUpdate.class), settings.given(merged));
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e).toException();
        }
    }

    private static void requireKnown(Set<String> names, Set<String> known) {
        TreeSet<String> unknown = new TreeSet<>(names);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw JsonProblems.unknownField(unknown.first(), known).toException();
        }
    }

    private void requireValid(Patched patched) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("", patched.own());
        patched.rooms().forEach((name, value) -> parts.put('/' + name, value));
        validation.requireValid(parts);
    }

    private static Set<String> names(ObjectNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
