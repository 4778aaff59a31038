package dev.leadline.packaged.faults;

import java.util.HashMap;
import java.util.Map;

/** The memory that the service is given: with less than it needs it would end, and its test fail. */
final class Heap {

    private Heap() {}

    /** The environment, with a heap of 512 MiB at most. */
    static Map<String, String> bounded(Map<String, String> environment) {
        Map<String, String> bounded = new HashMap<>(environment);
        bounded.put("JAVA_TOOL_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError");
        return bounded;
    }
}
