package dev.leadline.platform.http;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Where a person begins: the root leads to Swagger UI, and the log says at every start where the root is. */
@ApplicationScoped
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final int SEE_OTHER = 303;

    /** Without a host, so that nothing in a request decides where it leads. */
    private static final String SWAGGER_UI = "/q/swagger-ui/";

    private final ServiceAddress address;

    FrontDoor(ServiceAddress address) {
        this.address = address;
    }

    void route(@Observes Router router) {
        router.route("/").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(FrontDoor::lead);
    }

    private static void lead(RoutingContext request) {
        request.response()
                .setStatusCode(SEE_OTHER)
                .putHeader(HttpHeaders.LOCATION, SWAGGER_UI)
                .end();
    }

    void tell(@ObservesAsync HttpServerStart start) {
        LOG.infof(
                "Open %s in a browser: Swagger UI, where each operation can be tried out with a key",
                address.base() + SWAGGER_UI);
    }
}
