package dev.leadline.packaged.faults;

import java.util.List;

/**
 * A request that was sent, and what is known of it.
 *
 * @param ids external ids of its inquiries, in their order
 * @param status of the answer; 0: none came
 * @param retryAfter the answer's header; null without
 * @param body the answer's, empty without
 */
record Sent(List<String> ids, int status, String retryAfter, String body) {

    static final int NO_ANSWER = 0;

    /** Whether the client may rely on its records. */
    boolean isAcknowledged() {
        return status == 200 || status == 201 || status == 207;
    }
}
