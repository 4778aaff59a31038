package dev.leadline.fuzz;

import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One request as it is sent.
 *
 * @param number which of the run's requests it is
 * @param operation the operation it is meant for
 * @param path the address, escaped
 * @param query names and values as they are meant, and as they are written
 * @param headers in order; a name may stand there twice
 * @param body null: none
 * @param chunked whether the body's length is not told beforehand
 */
record FuzzRequest(
        int number,
        ServedOperation operation,
        String path,
        List<Parameter> query,
        List<Header> headers,
        byte[] body,
        boolean chunked) {

    private static final int LONGEST_SHOWN = 2_000;
    private static final Path BODIES = Path.of("target", "fuzz");

    record Header(String name, String value) {}

    /**
     * A query parameter.
     *
     * @param value its text; null where what is written is no text
     * @param written name and value, escaped
     */
    record Parameter(String name, String value, String written) {}

    String target() {
        return query.isEmpty()
                ? path
                : path + "?"
                        + String.join(
                                "&", query.stream().map(Parameter::written).toList());
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The request for a shell; a body that is no plain text, or long, is put into a file. */
    String curl(String server) {
        StringBuilder line = new StringBuilder("curl -i -X " + operation.method() + " " + quoted(server + target()));
        headers.forEach(header -> line.append(" -H ")
                .append(quoted(header.name() + (header.value().isEmpty() ? ";" : ": " + header.value()))));
        if (header("Content-Type").isEmpty()) {
            line.append(" -H 'Content-Type:'");
        }
        if (chunked) {
            line.append(" -H 'Transfer-Encoding: chunked'");
        }
        if (body != null) {
            line.append(" --data-binary ").append(isShown() ? quoted(text()) : "@" + stored());
        }
        return line.toString();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private boolean isShown() {
        return body.length < LONGEST_SHOWN && text().chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private Path stored() {
        try {
            Files.createDirectories(BODIES);
            return Files.write(BODIES.resolve(number + ".body"), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
