package dev.leadline.intake.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.platform.json.ContentHash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A campaign that is posted again must have the hash that is stored of it; the hashes here are those of the first release. */
class CampaignHashTest {

    @Test
    void givenARequestWithAllFieldsOfTheFirstRelease_thenItsHashIsWhatItWasThen() {
        CampaignRequest request = new CampaignRequest(
                "gads-1001",
                "CNC brackets, Jiangsu",
                "google-ads",
                "us-store",
                "CNC bracket",
                "CNC parts",
                "mid",
                "Jiangsu",
                "Automotive",
                "Tier-1 suppliers",
                new BigDecimal("250.00"),
                LocalDate.parse("2026-01-05"),
                LocalDate.parse("2026-12-31"),
                CampaignStatus.PAUSED);

        assertEquals("2f15afb61dfa7f87f96379fb833e7c2ad8646c358bd1449595fe9fe3a74d8147", hash(request));
    }

    @Test
    void givenARequestWithOnlyWhatIsRequired_thenItsHashIsWhatItWasInTheFirstRelease() {
        CampaignRequest request = new CampaignRequest(
                "gads-1001", null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertEquals("2579bc5d7915e178563ca3d36fc9c253c701eeb58f34a415746e78ec98888184", hash(request));
    }

    private static String hash(CampaignRequest request) {
        return HexFormat.of().formatHex(ContentHash.of(request.normalised(() -> ZoneOffset.UTC)));
    }
}
