package dev.leadline.platform.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Answers a page with its {@code Link: <...>; rel="next"}. */
public final class PageLink {

    private PageLink() {}

    public static <T> org.jboss.resteasy.reactive.RestResponse<Page<T>> answer(Page<T> page, UriInfo uri) {
        var answer = org.jboss.resteasy.reactive.RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            // Path and query only: behind a proxy the service does not know its own outer name.
            answer.header(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
