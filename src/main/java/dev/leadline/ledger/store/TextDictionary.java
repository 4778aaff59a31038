package dev.leadline.ledger.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers texts in the order in which they are first asked for. Nothing, that is null, is 0. */
final class TextDictionary {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    TextDictionary() {
        texts.add(null);
    }

    int of(String text) {
        if (text == null) {
            return 0;
        }
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    /** The texts by their numbers, null first. */
    String[] toArray() {
        return texts.toArray(new String[0]);
    }
}
