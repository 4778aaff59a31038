package dev.leadline.access;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An OpenID provider on this machine: it tells of itself, serves its key set, and signs what a test says. */
public final class TestProvider implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "leadline";
    private static final RsaJsonWebKey KEY = key();
    private static final RsaJsonWebKey STRANGERS_KEY = key();

    private static String issuer;
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        serve(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        serve("/keys", "{\"keys\":[" + KEY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}");
        server.start();
        return Map.of(
                "leadline.oidc.enabled", "true",
                "leadline.oidc.issuer", issuer,
                "leadline.oidc.audience", AUDIENCE);
    }

    private void serve(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Claims of a token that is good for five minutes, but for its workspace and role. */
    static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject("mei")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300));
    }

    static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY.getKeyId()).sign(KEY.getPrivateKey());
    }

    /** Signed by another key under the provider's key id. */
    static String signedByAStranger(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY.getKeyId()).sign(STRANGERS_KEY.getPrivateKey());
    }

    /** Signed by a key that the provider does not know. */
    static String signedByAnUnknownKey(JwtClaimsBuilder claims) {
        return claims.jws().keyId("unknown").sign(STRANGERS_KEY.getPrivateKey());
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setAlgorithm("RS256");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
