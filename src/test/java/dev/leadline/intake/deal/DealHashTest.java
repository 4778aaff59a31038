package dev.leadline.intake.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.platform.time.GivenTime;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A deal that is posted again must have the hash that is stored of it; the hashes here are those of the first release. */
class DealHashTest {

    @Test
    void givenARequestWithAllFieldsOfTheFirstRelease_thenItsHashIsWhatItWasThen() {
        DealRequest request = new DealRequest(
                "order-7781",
                UUID.fromString("019a3b5d-0c11-7f60-8a2e-5b6c7d8e9f01"),
                "website",
                "form-20931",
                GivenTime.parse("2026-12-18T10:00:00+08:00"),
                new BigDecimal("12400.00"),
                new BigDecimal("-40.50"),
                DealStatus.CANCELLED,
                GivenTime.parse("2027-01-08T09:00:00+08:00"),
                null,
                null);

        assertEquals("ac5d514fe2abbbdf4b90d52becf82a408874180faf88008e9dbd2e4a0cc86caf", hash(request));
    }

    @Test
    void givenARequestWithOnlyWhatIsRequired_thenItsHashIsWhatItWasInTheFirstRelease() {
        DealRequest request = new DealRequest(
                "order-7781",
                null,
                null,
                "form-20931",
                GivenTime.parse("2026-12-18T10:00:00+08:00"),
                new BigDecimal("12400"),
                null,
                null,
                null,
                null,
                null);

        assertEquals("4a1a985ba695ecf2937a9e74dab669e92d75bc27a180407922ef28ebed713ff9", hash(request));
    }

    private static String hash(DealRequest request) {
        return HexFormat.of()
                .formatHex(
                        DealDraft.of(request.normalised(() -> ZoneOffset.UTC)).hash());
    }
}
