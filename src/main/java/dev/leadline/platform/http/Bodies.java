package dev.leadline.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/** Bodies of requests. */
final class Bodies {

    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    private Bodies() {}

    /**
     * Whether a body comes with the request, by what HTTP/1.1 tells it by. The server itself would say so of any request that
     * has a Content-Type, and of none that has not.
     */
    static boolean has(ContainerRequestContext request) {
        return has(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), request.getHeaderString(TRANSFER_ENCODING));
    }

    /**
     * @param length value of Content-Length; null: none
     * @param coding value of Transfer-Encoding; null: none
     */
    static boolean has(String length, String coding) {
        return coding != null || length != null && Long.parseLong(length) > 0;
    }
}
