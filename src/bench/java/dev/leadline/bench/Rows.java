package dev.leadline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Records as a client would send them, seeded by their number: 200 campaigns, 730 days, 30 regions, 20 industries, 5 market
 * segments.
 */
final class Rows {

    /** How the inquiries of a batch lie. */
    enum Shape {
        /** Over all campaigns and days, in no order: each chunk touches all days. */
        SPREAD,
        /** Over all campaigns, in the order of time, as an export comes. */
        CHRONOLOGICAL,
        /** All in one campaign and on one day. */
        HOT
    }

    static final int CAMPAIGNS = 200;
    static final int DAYS = 730;
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    static final LocalDate FIRST_DAY = LAST_DAY.minusDays(DAYS - 1L);

    private static final int SECONDS_PER_DAY = 86_400;
    private static final long FIRST_SECOND = FIRST_DAY.atStartOfDay().toEpochSecond(ZoneOffset.UTC);

    private Rows() {}

    /** Inquiry number {@code i} of {@code n}; its external id is {@code prefix} and the number. */
    static String inquiry(String prefix, int i, int n, Shape shape) {
        SplittableRandom random = new SplittableRandom(i);
        int campaign = random.nextInt(CAMPAIGNS);
        double when = random.nextDouble();
        String where = "\",\"region\":\"region " + random.nextInt(30) + "\",\"industry\":\"industry "
                + random.nextInt(20) + "\",\"marketSegment\":\"segment " + random.nextInt(5);
        if (shape == Shape.CHRONOLOGICAL) {
            when = (double) i / n;
        } else if (shape == Shape.HOT) {
            campaign = 0;
            when = when / DAYS;
        }
        Instant received = Instant.ofEpochSecond(FIRST_SECOND + (long) (when * DAYS * SECONDS_PER_DAY));
        return "{\"externalId\":\"" + prefix + i + "\",\"campaignExternalId\":\"campaign-" + campaign
                + "\",\"receivedAt\":\"" + received + where + "\",\"contact\":{\"email\":\"buyer" + i
                + "@example.com\"},\"clickIds\":{\"gclid\":\"" + Long.toHexString(random.nextLong()) + "\"}}";
    }

    /** A deal of the inquiry of the same number. */
    static String deal(String inquiryPrefix, int i) {
        SplittableRandom random = new SplittableRandom(i);
        double revenue = Math.round(2000 * Math.exp(random.nextDouble())) / 100.0;
        return "{\"externalId\":\"d" + i + "\",\"inquiryExternalId\":\"" + inquiryPrefix + i + "\",\"closedAt\":\""
                + LAST_DAY + "T12:00:00Z\",\"revenue\":" + revenue + ",\"margin\":" + revenue / 4 + "}";
    }

    /** A day's spend; the key differs for each number below 146,000 times 30. */
    static String spend(int i) {
        int cell = i / (CAMPAIGNS * DAYS);
        return "{\"campaignExternalId\":\"campaign-" + i % CAMPAIGNS + "\",\"day\":\""
                + FIRST_DAY.plusDays(i / CAMPAIGNS % DAYS) + "\",\"amount\":" + (4000 + i % 997) / 100.0
                + ",\"impressions\":" + (1000 + i % 501) + ",\"clicks\":" + (20 + i % 17)
                + (cell == 0 ? "" : ",\"region\":\"region " + cell + "\"") + "}";
    }

    /** Writes rows as lines. */
    static Path lines(Path file, int from, int to, IntFunction<String> row) throws IOException {
        return write(file, "", "\n", "", from, to, row);
    }

    /** Writes rows as one JSON array. */
    static Path array(Path file, int from, int to, IntFunction<String> row) throws IOException {
        return write(file, "[", ",", "]", from, to, row);
    }

    private static Path write(
            Path file, String begin, String between, String end, int from, int to, IntFunction<String> row)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(begin);
            for (int i = from; i < to; i++) {
                out.write(i == from ? "" : between);
                out.write(row.apply(i));
            }
            out.write(end);
        }
        return file;
    }
}
