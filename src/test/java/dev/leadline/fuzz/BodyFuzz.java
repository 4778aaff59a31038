package dev.leadline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.fuzz.WrittenJson.Elements;
import dev.leadline.fuzz.WrittenJson.Member;
import dev.leadline.fuzz.WrittenJson.Members;
import dev.leadline.fuzz.WrittenJson.Text;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Spoils bodies. */
final class BodyFuzz {

    private static final String JSON = "application/json";
    private static final int FRESH = 6;

    private final Draw draw;
    private final JsonNode document;
    private final Known known;

    BodyFuzz(Draw draw, JsonNode document, Known known) {
        this.draw = draw;
        this.document = document;
        this.known = known;
    }

    /** The operation's example. */
    static byte[] example(ServedOperation operation, String type) {
        JsonNode example = ServedOperation.example(operation.bodies().path(type));
        return (example.isTextual() ? example.asText() : example.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** The operation's example with so many faults; as lines where it is asked for as lines. */
    byte[] spoilt(ServedOperation operation, String type, int faults, int number) {
        JsonNode json = operation.bodies().path(JSON);
        WrittenJson body = WrittenJson.of(ServedOperation.example(json));
        Shape shape = new Shape(document, json.path("schema"));
        if (draw.below(10) < FRESH) {
            rename(body, "fz-" + number);
        }
        boolean inBytes = draw.oneIn(6);
        for (int i = 0; i < faults; i++) {
            if (!inBytes || i > 0) {
                body = spoilt(body, shape);
            }
        }
        byte[] written = (type.equals(JSON) || !(body instanceof Elements rows) ? body.toString() : lines(rows))
                .getBytes(StandardCharsets.UTF_8);
        return inBytes ? spoilt(written) : written;
    }

    /** Records are new ones then, and not only conflicts. */
    private static void rename(WrittenJson body, String name) {
        if (body instanceof Elements rows) {
            for (int i = 0; i < rows.elements().size(); i++) {
                rename(rows.elements().get(i), name + "-" + i);
            }
        } else if (body instanceof Members record) {
            record.members()
                    .replaceAll(member -> member.name().equals("externalId")
                            ? new Member("externalId", new Text("\"" + name + "\""))
                            : member);
        }
    }

    private WrittenJson spoilt(WrittenJson value, Shape shape) {
        if (value instanceof Members record && !record.members().isEmpty() && !draw.oneIn(25)) {
            spoil(record, shape);
            return value;
        }
        if (value instanceof Elements list && !list.elements().isEmpty() && !draw.oneIn(15)) {
            spoil(list, shape);
            return value;
        }
        return new Text(OddValue.json(draw, shape, known));
    }

    private void spoil(Members record, Shape shape) {
        List<Member> members = record.members();
        int at = draw.below(members.size());
        Member member = members.get(at);
        switch (draw.below(12)) {
            case 0 -> members.remove(at);
            case 1 -> members.add(draw.below(members.size() + 1), member);
            case 2 -> members.add(new Member(name(), new Text(OddValue.json(draw, Shape.unknown(document), known))));
            case 3 -> members.set(at, new Member(name(), member.value()));
            case 4, 5 -> {
                List<String> names = shape.memberNames();
                if (!names.isEmpty()) {
                    String name = draw.of(names);
                    members.removeIf(given -> given.name().equals(name));
                    members.add(new Member(name, new Text(OddValue.json(draw, shape.member(name), known))));
                }
            }
            default -> members.set(at, new Member(member.name(), spoilt(member.value(), shape.member(member.name()))));
        }
    }

    private void spoil(Elements list, Shape shape) {
        List<WrittenJson> elements = list.elements();
        int at = draw.below(elements.size());
        switch (draw.below(10)) {
            case 0 -> elements.remove(at);
            case 1 -> elements.add(elements.get(at));
            case 2 -> elements.add(at, new Text(OddValue.json(draw, shape.element(), known)));
            default -> elements.set(at, spoilt(elements.get(at), shape.element()));
        }
    }

    private String name() {
        String quoted = draw.oneIn(3)
                ? draw.of(
                        "\"Externalid\"", "\"external_id\"", "\"id\"", "\"workspaceId\"", "\"__proto__\"", "\"@type\"")
                : OddText.quoted(draw, OddText.draw(draw));
        return quoted.substring(1, quoted.length() - 1);
    }

    private String lines(Elements rows) {
        List<String> lines = new ArrayList<>();
        rows.elements().forEach(row -> lines.add(row.toString()));
        int at = draw.below(lines.size() + 1);
        switch (draw.below(12)) {
            case 0 -> lines.add(at, "");
            case 1 -> lines.add(at, " \t\r");
            case 2 -> lines.add(at, "\ufeff");
            case 3 -> lines.add(0, "\ufeff" + (lines.isEmpty() ? "" : lines.remove(0)));
            case 4 -> lines.add(at, "{\"message\":\"" + "x".repeat(65_536 - draw.below(30)) + "\"}");
            case 5 -> lines.add(at, "x".repeat(200_000));
            case 6 -> lines.add(at, draw.of("null", "[]", "{}", "1", "\"a\"", "{}{}", "{} {}", "\u0000", "\u2028"));
            case 7 -> lines.add(rows.toString());
            case 8 ->
                lines.add(
                        lines.isEmpty()
                                ? "{"
                                : lines.get(0)
                                        .substring(0, draw.below(lines.get(0).length())));
            default -> {
                // As they are.
            }
        }
        String end = draw.of("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\u2028", "\n\r");
        return String.join(end, lines) + (draw.oneIn(2) ? end : "");
    }

    private byte[] spoilt(byte[] body) {
        int at = draw.below(Math.max(1, body.length));
        return switch (draw.below(12)) {
            case 0, 1 -> Arrays.copyOf(body, at);
            case 2, 3 -> with(body, at, (byte) draw.below(256));
            case 4 -> joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, body);
            case 5 ->
                joined(
                        body,
                        draw.of("x", "{}", "]", "\u0000", ",", " \n ", "null").getBytes(StandardCharsets.UTF_8));
            case 6 -> joined(body, body);
            case 7 ->
                new String(body, StandardCharsets.UTF_8)
                        .getBytes(draw.of(
                                StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1));
            case 8 -> zipped(body);
            case 9 -> new byte[0];
            case 10 -> joined(" \n\t\r".repeat(1 + draw.below(5_000)).getBytes(StandardCharsets.UTF_8), body);
            default -> joined("[".getBytes(StandardCharsets.UTF_8), joined(body, "]".getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static byte[] with(byte[] body, int at, byte other) {
        byte[] changed = Arrays.copyOf(body, Math.max(at + 1, body.length));
        changed[at] = other;
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    static byte[] zipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
