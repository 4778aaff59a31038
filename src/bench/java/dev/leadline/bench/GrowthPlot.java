package dev.leadline.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Curves of cost by size, both axes logarithmic, as SVG that reads on a light and on a dark page. */
final class GrowthPlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int TOP = 20;
    private static final int LEGEND_ROW = 20;
    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#8c564b", "#17becf", "#bcbd22"
    };

    private final StringBuilder svg = new StringBuilder();
    private final double lowX;
    private final double highX;
    private final double lowY;
    private final double highY;

    private GrowthPlot(Map<String, TreeMap<Integer, Double>> curves) {
        lowX = curves.values().stream()
                .mapToDouble(curve -> Math.log10(curve.firstKey()))
                .min()
                .orElseThrow();
        highX = curves.values().stream()
                .mapToDouble(curve -> Math.log10(curve.lastKey()))
                .max()
                .orElseThrow();
        lowY = Math.floor(Math.log10(curves.values().stream()
                .flatMap(curve -> curve.values().stream())
                .min(Double::compare)
                .orElseThrow()));
        highY = Math.ceil(Math.log10(curves.values().stream()
                .flatMap(curve -> curve.values().stream())
                .max(Double::compare)
                .orElseThrow()));
    }

    static String svg(Map<String, TreeMap<Integer, Double>> curves) {
        return new GrowthPlot(curves).draw(curves);
    }

    private String draw(Map<String, TreeMap<Integer, Double>> curves) {
        int total = TOP + HEIGHT + 60 + LEGEND_ROW * curves.size();
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                LEFT + WIDTH + 30, total);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n");
        for (double y = lowY; y <= highY; y++) {
            line(x(lowX), y(y), x(highX), y(y));
            add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s s</text>%n", LEFT - 8.0, y(y) + 4, power(y));
        }
        for (double x = Math.ceil(lowX); x <= highX; x++) {
            line(x(x), y(lowY), x(x), y(highY));
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n",
                    x(x), y(lowY) + 18, Report.figure(Math.pow(10, x)));
        }
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">inquiries</text>%n", LEFT + WIDTH / 2.0, y(lowY) + 36);
        int number = 0;
        for (var curve : curves.entrySet()) {
            curve(curve.getKey(), curve.getValue(), number++);
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(String name, TreeMap<Integer, Double> points, int number) {
        String colour = COLOURS[number % COLOURS.length];
        String path = points.entrySet().stream()
                .map(point -> String.format(
                        Locale.ROOT, "%.1f,%.1f", x(Math.log10(point.getKey())), y(Math.log10(point.getValue()))))
                .collect(Collectors.joining(" "));
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour);
        for (String point : path.split(" ")) {
            String[] at = point.split(",");
            add("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>%n", at[0], at[1], colour);
        }
        double y = TOP + HEIGHT + 60 + LEGEND_ROW * number;
        add("<rect x=\"%d\" y=\"%.1f\" width=\"14\" height=\"4\" fill=\"%s\"/>%n", LEFT, y - 6, colour);
        add(
                "<text x=\"%d\" y=\"%.1f\">%s (slope %s)</text>%n",
                LEFT + 22, y, name, Report.figure(Growth.slope(points)));
    }

    private void line(double x1, double y1, double x2, double y2) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n", x1, y1, x2, y2);
    }

    private double x(double log) {
        return LEFT + WIDTH * (log - lowX) / (highX - lowX);
    }

    private double y(double log) {
        return TOP + HEIGHT * (highY - log) / (highY - lowY);
    }

    private static String power(double exponent) {
        return exponent >= 0
                ? Report.figure(Math.pow(10, exponent))
                : String.format(Locale.ROOT, "%." + (int) -exponent + "f", Math.pow(10, exponent));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
