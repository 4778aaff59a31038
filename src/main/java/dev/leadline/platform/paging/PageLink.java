package dev.leadline.platform.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers a page with its {@code Link: <...>; rel="next"}. */
public final class PageLink {

    /** What a list that has filters is, for the API document. */
    public static final String DESCRIPTION =
            "Filters narrow the list. The next page is in `next` and in the `Link` header.";

    private PageLink() {}

    /** @param uri of the request, from which the next page's is made */
    public static <T> RestResponse<Page<T>> answer(Page<T> page, UriInfo uri) {
        var answer = RestResponse.ResponseBuilder.ok(page);
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
