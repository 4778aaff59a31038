package dev.leadline.intake.inquiry;

import java.util.Comparator;

/** What an inquiry is known by outside: its id at its source. */
public record InquiryKey(String source, String externalId) implements Comparable<InquiryKey> {

    private static final String DEFAULT_SOURCE = "api";

    private static final Comparator<InquiryKey> ORDER =
            Comparator.comparing(InquiryKey::source).thenComparing(InquiryKey::externalId);

    /** @param source null: the default, api */
    public static InquiryKey of(String source, String externalId) {
        return new InquiryKey(source == null ? DEFAULT_SOURCE : source, externalId);
    }

    @Override
    public int compareTo(InquiryKey other) {
        return ORDER.compare(this, other);
    }
}
