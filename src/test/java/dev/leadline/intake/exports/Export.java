package dev.leadline.intake.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An exported file made ready as docs/import.md says: lines above the header and below the rows deleted, columns renamed, those that
 * are no field left out, words of another system put into ours. Cells stay as they are; empty ones are left out.
 */
final class Export {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Map<String, String>> rows;

    private Export(List<Map<String, String>> rows) {
        this.rows = rows;
    }

    /**
     * Reads a file.
     *
     * @param above lines above the header
     * @param below lines below the last row
     */
    static Export of(String file, char separator, int above, int below) {
        List<List<String>> lines = Csv.rows(text(file), separator);
        List<String> header = lines.get(above);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(above + 1, lines.size() - below)) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                if (!line.get(i).isEmpty()) {
                    row.put(header.get(i), line.get(i));
                }
            }
            rows.add(row);
        }
        return new Export(rows);
    }

    private static String text(String file) {
        try (InputStream in = Export.class.getResourceAsStream("/exports/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the rows that are records of ours. */
    Export only(Predicate<Map<String, String>> taken) {
        return new Export(rows.stream().filter(taken).toList());
    }

    /** @param names column, field, column, field; others are left out */
    Export columns(String... names) {
        List<Map<String, String>> renamed = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i += 2) {
                if (row.containsKey(names[i])) {
                    fields.put(names[i + 1], row.get(names[i]));
                }
            }
            renamed.add(fields);
        }
        return new Export(renamed);
    }

    /** Puts the words of a field into ours. */
    Export words(String field, Map<String, String> ours) {
        List<Map<String, String>> said = copy();
        said.forEach(row -> row.computeIfPresent(field, (name, word) -> ours.getOrDefault(word, word)));
        return new Export(said);
    }

    /** The same with a cell corrected, as somebody does who has read why it was refused. */
    Export corrected(int row, String field, String value) {
        List<Map<String, String>> corrected = copy();
        corrected.get(row).put(field, value);
        return new Export(corrected);
    }

    List<Map<String, String>> copy() {
        List<Map<String, String>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new LinkedHashMap<>(row)));
        return copy;
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    /** The same with other rows. */
    static Export ofRows(List<Map<String, String>> rows) {
        return new Export(rows);
    }

    /** A line of JSON for each row, all cells as texts. */
    List<String> lines() {
        return rows.stream().map(Export::line).toList();
    }

    private static String line(Map<String, String> row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
