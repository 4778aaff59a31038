package dev.leadline.intake.exports;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as spreadsheets write them: quotes around cells, doubled within, and lines within quotes. */
final class Csv {

    private final String text;
    private final char separator;
    private int at;

    private Csv(String text, char separator) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.separator = separator;
    }

    /** The rows, each with its cells. */
    static List<List<String>> rows(String text, char separator) {
        Csv csv = new Csv(text, separator);
        List<List<String>> rows = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            rows.add(csv.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (at < text.length() && text.charAt(at++) == separator);
        return cells;
    }

    /** Stops before the separator or the end of the line. */
    private String cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted && c == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    break;
                }
            } else if (!quoted && (c == separator || c == '\n')) {
                break;
            }
            cell.append(c);
            at++;
        }
        return cell.toString();
    }
}
