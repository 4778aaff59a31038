package dev.leadline.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key as it came with a request, not yet known to be valid. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String key;
    private final String address;

    /** @param address where it came from */
    ApiKeyRequest(String key, String address) {
        this.key = key;
        this.address = address;
    }

    String address() {
        return address;
    }

    String key() {
        return key;
    }
}
