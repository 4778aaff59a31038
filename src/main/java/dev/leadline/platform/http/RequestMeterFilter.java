package dev.leadline.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Counts requests by what they are known by. Each method and each path that anybody makes up, without any key, would be a
 * series of its own, kept for good; and there is room for some paths only, which those of the API need.
 */
@Singleton
class RequestMeterFilter implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String METHOD = "method";
    private static final String PATH = "uri";
    private static final String STATUS = "status";
    private static final String OTHER = "OTHER";

    /** Answered before it is known which operation is meant, so the path may be any: 404 is Quarkus's own care. */
    private static final Set<String> OF_ANY_PATH = Set.of("400", "405", "408", "413", "414", "431");

    /** Pages of other origins ask by it whether they may ask for any path. */
    private static final String PREFLIGHT = "OPTIONS";

    @Override
    public Meter.Id map(Meter.Id id) {
        String method = id.getName().equals(REQUESTS) ? id.getTag(METHOD) : null;
        if (method == null) {
            return id;
        }
        Tags tags = Tags.of(id.getTags()).and(METHOD, Methods.named(method));
        return id.replaceTags(
                method.equals(PREFLIGHT) || OF_ANY_PATH.contains(id.getTag(STATUS)) ? tags.and(PATH, OTHER) : tags);
    }
}
