package dev.leadline.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where services tell what they change. To be called within the transaction of the change. */
@ApplicationScoped
public class AuditTrail {

    private final Event<AuditedChange> changes;
    private final ObjectMapper json;

    AuditTrail(Event<AuditedChange> changes, ObjectMapper json) {
        this.changes = changes;
        this.json = json;
    }

    /**
     * Tells a change by the values before and after; nothing if they are the same.
     *
     * @param before a record whose fields may all be told
     * @param after of the same type
     */
    public void changed(AuditKind kind, Object subjectId, Object before, Object after) {
        Map<String, ValueChange> differences = differences(fields(before), fields(after));
        if (!differences.isEmpty()) {
            changes.fire(new AuditedChange(kind, AuditAction.CHANGED, subjectId.toString(), differences));
        }
    }

    /** Tells what else was done. */
    public void done(AuditKind kind, AuditAction action, Object subjectId, Map<String, ValueChange> details) {
        changes.fire(new AuditedChange(kind, action, subjectId.toString(), details));
    }

    private static Map<String, ValueChange> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, ValueChange> differences = new TreeMap<>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                differences.put(name, new ValueChange(before.get(name), after.get(name)));
            }
        }
        return differences;
    }

    /** The fields that have a value, by their names as clients write them, {@code policy.minimumDeals} say. */
    private Map<String, String> fields(Object value) {
        Map<String, String> fields = new TreeMap<>();
        add("", json.valueToTree(value), fields);
        return fields;
    }

    private static void add(String prefix, JsonNode object, Map<String, String> fields) {
        object.properties().forEach(field -> {
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                add(name + ".", value, fields);
            } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
                fields.put(name, text(value));
            }
        });
    }

    /** Equal amounts look alike, whatever their zeros. */
    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> members = new ArrayList<>();
            value.forEach(member -> members.add(text(member)));
            return String.join(", ", members);
        }
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
    }
}
