package dev.leadline.fuzz;

import dev.leadline.fuzz.FuzzRequest.Header;
import java.util.List;

/** Spoils headers, but for the key. */
final class HeaderFuzz {

    private static final String KEY = "Idempotency-Key";

    private static final List<String> TYPES = List.of(
            "application/json",
            "APPLICATION/JSON",
            "application/json;charset=utf-8",
            "application/json; charset=UTF-16",
            "application/json; charset=nonsense",
            "application/json;",
            "application/json, application/json",
            "application/x-ndjson",
            "application/x-ndjson; charset=utf-16",
            "application/ndjson",
            "application/merge-patch+json",
            "application/problem+json",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/plain",
            "text/xml",
            "*/*",
            "application/*",
            "json",
            "/",
            ";",
            "",
            "a/b/c",
            "\u00e9/\u00e9");

    private static final List<String> ACCEPTED = List.of(
            "*/*",
            "application/*",
            "application/json",
            "application/json;q=0",
            "application/json;q=0.5, text/html",
            "application/json;q=x",
            "application/json;q=2",
            "application/problem+json",
            "application/json;charset=utf-16",
            "text/html",
            "text/html, */*;q=0.1",
            "image/*",
            "application/x-ndjson",
            "nonsense",
            "/",
            ";",
            ",",
            "",
            "*",
            "\u00e9");

    private static final List<String> KEYS = List.of(
            "a",
            "\"a\"",
            "\"a",
            "a\"",
            "\"\"",
            "",
            " ",
            "a,b",
            "a b",
            "a\\b",
            "\u00e9",
            "a\tb",
            "x".repeat(255),
            "x".repeat(256),
            "\"" + "x".repeat(255) + "\"",
            "x".repeat(8_000));

    private static final List<Header> OTHERS = List.of(
            new Header("X-Request-Id", ""),
            new Header("X-Request-Id", "a b"),
            new Header("X-Request-Id", "x".repeat(128)),
            new Header("X-Request-Id", "x".repeat(129)),
            new Header("X-Request-Id", "\u00e9<b>"),
            new Header("X-Request-Id", "${jndi:ldap://x}%n"),
            new Header("Accept-Encoding", "gzip"),
            new Header("Accept-Encoding", "nonsense;q=0"),
            new Header("Accept-Language", "\u00e9;q=9"),
            new Header("Accept-Charset", "utf-16"),
            new Header("Content-Encoding", "gzip"),
            new Header("Content-Encoding", "nonsense"),
            new Header("Content-Language", "xx-"),
            new Header("If-None-Match", "*"),
            new Header("If-Match", "\"a\""),
            new Header("If-Modified-Since", "yesterday"),
            new Header("Range", "bytes=0-1"),
            new Header("X-HTTP-Method-Override", "DELETE"),
            new Header("X-Forwarded-For", "1.2.3.4, x"),
            new Header("X-Forwarded-Proto", "javascript"),
            new Header("Forwarded", "for=\"_a\";host=b"),
            new Header("Origin", "null"),
            new Header("Cookie", "a=b; c"),
            new Header("Traceparent", "00-0-0-0"));

    private final Draw draw;

    HeaderFuzz(Draw draw) {
        this.draw = draw;
    }

    /** @param headers changed in place */
    void spoil(List<Header> headers, boolean hasBody, boolean isPost) {
        switch (draw.below(10)) {
            case 0, 1 -> set(headers, "Accept", draw.of(ACCEPTED));
            case 2, 3, 4 -> {
                if (hasBody) {
                    headers.removeIf(header -> header.name().equals("Content-Type"));
                    if (!draw.oneIn(6)) {
                        headers.add(new Header("Content-Type", draw.of(TYPES)));
                    }
                }
            }
            case 5, 6, 7 -> {
                if (isPost) {
                    key(headers);
                }
            }
            default -> {
                Header other = draw.of(OTHERS);
                set(headers, other.name(), other.value());
            }
        }
    }

    private void key(List<Header> headers) {
        set(headers, KEY, draw.oneIn(2) ? draw.of(KEYS) : "fuzz-" + draw.below(50));
        if (draw.oneIn(6)) {
            headers.add(new Header(KEY, draw.of(KEYS)));
        }
    }

    private static void set(List<Header> headers, String name, String value) {
        headers.removeIf(header -> header.name().equals(name));
        headers.add(new Header(name, value));
    }
}
