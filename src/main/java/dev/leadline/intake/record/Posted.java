package dev.leadline.intake.record;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A record that was posted singly.
 *
 * @param outcome not rejected
 * @param body the record as it is stored now
 */
public record Posted<R>(RowOutcome outcome, R body) {

    /** The same with its body in another form. */
    public Posted<R> with(UnaryOperator<R> form) {
        return new Posted<>(outcome, form.apply(body));
    }

    /** 201 for a new record, 200 for one that was there. */
    public RestResponse<R> answer() {
        return answer(null);
    }

    /**
     * 201 for a new record, with its address, 200 for one that was there.
     *
     * @param collection path of the records' collection; null where single records have no address
     */
    public RestResponse<R> answer(String collection) {
        if (outcome.result() != RowOutcome.Result.CREATED) {
            return RestResponse.ok(body);
        }
        var answer = RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body);
        if (collection != null) {
            answer.location(URI.create(collection + "/" + outcome.id()));
        }
        return answer.build();
    }
}
