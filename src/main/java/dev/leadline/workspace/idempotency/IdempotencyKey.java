package dev.leadline.workspace.idempotency;

import dev.leadline.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client calls one request and all its repetitions by. Taken bare or, as draft-ietf-httpapi-idempotency-key-header
 * has it, in double quotes; both are the same key.
 *
 * @param value 1 to 255 visible ASCII characters but for comma, double quote and backslash
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("(\"?)([\\x21-\\x7E&&[^,\"\\\\]]{1,255})\\1");

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no key */
    static IdempotencyKey of(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            throw Problem.badParameter(
                            HEADER,
                            "must be one text of 1 to 255 visible ASCII characters without comma, double quote and backslash")
                    .toException();
        }
        return new IdempotencyKey(matcher.group(2));
    }

    /**
     * What the key is stored by. Each caller has keys of its own, so none can read another's answers.
     *
     * @param caller who sent it, in this workspace
     */
    byte[] hash(String caller) {
        return BodyDigest.sha256().digest((caller + '\n' + value).getBytes(StandardCharsets.UTF_8));
    }
}
