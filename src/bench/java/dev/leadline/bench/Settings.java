package dev.leadline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is measured, by system properties {@code bench.*}; their defaults are in the build's profile {@code bench}.
 *
 * @param parts of {@code ingest, single, analysis, new, start}
 * @param sizes inquiries of the workspace that is analysed, ascending
 * @param lines inquiries of a batch; a fifth as many deals and rows of spend
 * @param streamed lines of the stream that a heap of 256 MiB must do for
 * @param workspaces small ones beside the one that is analysed
 * @param rounds of each batch, of which the median counts
 * @param repeats of each warm question, of which the median counts
 * @param load how long each load of single requests lasts
 * @param options of the service's Java machine
 * @param limit after which the whole run is given up
 * @param plot where the growth is drawn
 */
record Settings(
        List<String> parts,
        List<Integer> sizes,
        int lines,
        int streamed,
        int workspaces,
        int rounds,
        int repeats,
        Duration load,
        String options,
        Duration limit,
        Path plot) {

    static Settings ofProperties() {
        return new Settings(
                list("parts"),
                list("rows").stream().map(Integer::valueOf).sorted().toList(),
                number("lines"),
                number("streamed"),
                number("workspaces"),
                number("rounds"),
                number("repeats"),
                Duration.ofSeconds(number("seconds")),
                text("options"),
                Duration.ofMinutes(number("minutes")),
                Path.of(text("plot")));
    }

    Map<String, String> environment() {
        return javaOptions(options);
    }

    /** What makes a Java machine run with these options, and with no others that happen to be set. */
    static Map<String, String> javaOptions(String options) {
        return Map.of("JAVA_TOOL_OPTIONS", options);
    }

    private static List<String> list(String name) {
        return Arrays.stream(text(name).split(",")).map(String::strip).toList();
    }

    private static int number(String name) {
        return Integer.parseInt(text(name));
    }

    private static String text(String name) {
        return System.getProperty("bench." + name);
    }
}
