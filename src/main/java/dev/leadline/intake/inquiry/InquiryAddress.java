package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.ExternalIds;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What makes an external id in an address that of one inquiry. */
class InquiryAddress {

    @RestQuery
    @Parameter(description = "Where the inquiry comes from. Default: api.", example = "website-form")
    String source;

    /** @param externalId in the address */
    InquiryKey key(String externalId) {
        return InquiryKey.of(
                CleanText.normalised(new QueryValue("source", source).text()), ExternalIds.ofAddress(externalId));
    }
}
