package dev.leadline.platform.http;

import java.util.Set;

/** Names of request methods. A client may send any word as one, so what is counted or logged by method is bounded here. */
final class Methods {

    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Methods() {}

    /** The method, or {@code OTHER} if it is none that HTTP servers commonly know. */
    static String named(String method) {
        return KNOWN.contains(method) ? method : "OTHER";
    }
}
