package dev.leadline.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the service can be reached from this machine. */
@ApplicationScoped
class ServiceAddress {

    String base() {
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
