package dev.leadline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What things cost by their size, in seconds, and how fast that grows: the slope of a line through the logarithms. */
final class Growth {

    static final String STREAM = "Stream of that many inquiries";
    static final String COPY = "COPY of as many rows";
    static final String SINGLE = "One inquiry beside that many, median";

    private final Map<String, TreeMap<Integer, Double>> curves = new LinkedHashMap<>();

    void add(String curve, int size, double seconds) {
        curves.computeIfAbsent(curve, name -> new TreeMap<>()).put(size, seconds);
    }

    /** Prints and draws what was measured at two sizes or more. */
    void report(Report report, Path plot) throws IOException {
        curves.values().removeIf(curve -> curve.size() < 2);
        if (curves.isEmpty()) {
            return;
        }
        Report.Table table = report.table(
                "Growth",
                "Slope of log cost by log size: 1 is proportional, 0 does not grow.",
                "Cost",
                "Size: seconds",
                "Slope");
        for (var curve : curves.entrySet()) {
            table.row(curve.getKey(), points(curve.getValue()), Report.figure(slope(curve.getValue())));
        }
        table.end();
        Files.writeString(plot, GrowthPlot.svg(curves));
    }

    /** Of the least squares line through the logarithms. */
    static double slope(Map<Integer, Double> curve) {
        List<double[]> logs = curve.entrySet().stream()
                .map(point -> new double[] {Math.log(point.getKey()), Math.log(point.getValue())})
                .toList();
        double x = logs.stream().mapToDouble(log -> log[0]).average().orElseThrow();
        double y = logs.stream().mapToDouble(log -> log[1]).average().orElseThrow();
        double together =
                logs.stream().mapToDouble(log -> (log[0] - x) * (log[1] - y)).sum();
        double alone =
                logs.stream().mapToDouble(log -> (log[0] - x) * (log[0] - x)).sum();
        return together / alone;
    }

    private static String points(Map<Integer, Double> curve) {
        return curve.entrySet().stream()
                .map(point -> Report.figure(point.getKey()) + ": " + Report.figure(point.getValue()))
                .collect(Collectors.joining("; "));
    }
}
