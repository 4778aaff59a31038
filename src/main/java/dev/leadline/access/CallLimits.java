package dev.leadline.access;

import dev.leadline.platform.http.BatchLimits;
import dev.leadline.platform.http.HttpLimits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much one caller may send, as this installation is set. Each instance counts for itself. */
@Schema(description = "How much one caller may send.")
record CallLimits(
        @Schema(description = "Most requests in a window; null: any number.", nullable = true, examples = "600000")
        Long requests,

        @Schema(description = "How long that window is. Seconds.", examples = "60")
        long requestsWindowSeconds,

        @Schema(description = "Most bodies that may be on their way at once.", examples = "64")
        int bodiesAtOnce,

        @Schema(description = "Longest body of a single record or a patch. Bytes.", examples = "262144")
        long recordBytes,

        @Schema(description = "Longest body of a batch as a JSON array. Bytes.", examples = "16777216")
        long arrayBytes,

        @Schema(description = "Most rows of a batch as a JSON array.", examples = "10000")
        int arrayRows,

        @Schema(description = "Longest line of a batch as NDJSON. Bytes.", examples = "65536")
        int lineBytes,

        @Schema(description = "Most lines of a batch as NDJSON.", examples = "1000000")
        int ndjsonRows) {

    static CallLimits of(AccessLimits access, HttpLimits http, BatchLimits batches) {
        return new CallLimits(
                access.requests() == 0 ? null : access.requests(),
                RequestQuota.seconds(access.requestsWindow()),
                http.bodiesOfCaller(),
                http.recordBytes(),
                http.bodyBytes(),
                batches.arrayRows(),
                batches.lineBytes(),
                batches.ndjsonRows());
    }
}
