package dev.leadline.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key as it came with a request, not yet known to be valid. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String key;

    ApiKeyRequest(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
