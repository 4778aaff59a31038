package dev.leadline.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the service can be reached from this machine. */
@ApplicationScoped
public class ServiceAddress {

    /** The address without a path, once the service listens. */
    public String base() {
        var configuration = ConfigProvider.getConfig();
        String host = configuration
                .getOptionalValue("quarkus.http.host", String.class)
                .orElse("localhost");
        int port = configuration
                .getOptionalValue("quarkus.http.port", Integer.class)
                .orElse(8080);
        return "http://" + ("0.0.0.0".equals(host) ? "localhost" : host) + ":" + port;
    }
}
