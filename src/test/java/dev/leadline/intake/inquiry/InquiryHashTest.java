package dev.leadline.intake.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.platform.json.ContentHash;
import dev.leadline.platform.time.GivenTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The hashes by which a retry is told from a change are stored: a request that says what it said under an older version must
 * have the hash that it had then. The hashes here were made by the first release.
 */
class InquiryHashTest {

    @Test
    void given_a_request_with_all_fields_of_the_first_release_then_its_hash_is_what_it_was_then() {
        InquiryRequest request = new InquiryRequest(
                "website",
                "form-20931",
                null,
                "gads-1001",
                GivenTime.parse("2026-01-12T14:03:00+08:00"),
                "Jiangsu",
                "Automotive",
                "Tier-1 suppliers",
                InquiryStatus.QUALIFIED,
                false,
                new Contact("Mei Chen", "mei.chen@example.com", null, "Suzhou Drives Ltd"),
                Map.of("gclid", "EAIaIQobChMI8f", "fbclid", "x1"),
                "We need 5,000 brackets in 6061-T6.",
                null);

        assertEquals("cd68c7557c65f62737c84dd1daa3b784e3687e53d45bf6a63ff6a1abb3ae8095", hash(request));
    }

    @Test
    void given_a_request_with_only_what_is_required_then_its_hash_is_what_it_was_in_the_first_release() {
        InquiryRequest request = new InquiryRequest(
                null, "form-1", null, "gads-1001", null, null, null, null, null, null, null, null, null, null);

        assertEquals("ac9f32a15b40f0c66d825c5ee59f3bbd427a54ba1111cc92ee8c0b2461ce8d28", hash(request));
    }

    private static String hash(InquiryRequest request) {
        return HexFormat.of().formatHex(ContentHash.of(request.normalised(() -> ZoneOffset.UTC)));
    }
}
