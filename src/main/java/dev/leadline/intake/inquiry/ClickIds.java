package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Merged;
import dev.leadline.platform.json.CleanText;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ids that ad platforms give a click, by their names such as gclid. */
final class ClickIds {

    static final int MOST = 20;
    static final String DESCRIPTION = "Ids of the click, by name; at most " + MOST + ".";
    static final int LONGEST_NAME = 50;
    static final int LONGEST_VALUE = 500;

    private ClickIds() {}

    /** In the order of their names, without those that have no value; null if there are none. */
    static Map<String, String> normalised(Map<String, String> clickIds) {
        if (clickIds == null) {
            return null;
        }
        SortedMap<String, String> normalised = new TreeMap<>();
        clickIds.forEach((name, value) -> {
            String text = CleanText.normalised(value);
            if (text != null) {
                normalised.put(name, text);
            }
        });
        return normalised.isEmpty() ? null : Collections.unmodifiableSortedMap(normalised);
    }

    /** The ids given and those that are stored by other names; either may be null. */
    static Map<String, String> merged(Map<String, String> given, Map<String, String> stored) {
        if (given == null || stored == null) {
            return Merged.of(given, stored);
        }
        SortedMap<String, String> merged = new TreeMap<>(stored);
        merged.putAll(given);
        return Collections.unmodifiableSortedMap(merged);
    }
}
