package dev.leadline.demo;

import dev.leadline.demo.DemoInquiry.Contact;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People, firms and messages that exist nowhere: example domains (RFC 2606) and telephone numbers kept for fiction. */
final class InventedBuyers {

    static final Contact TESTER = new Contact("Test Tester", "test@example.com", "+1-202-555-0100", "Example Testing");

    private static final List<String> GIVEN =
            List.of("Ada", "Bruno", "Chen", "Dana", "Emil", "Fatima", "Goro", "Hana", "Ivo", "Jun", "Kira", "Luis");
    private static final List<String> FAMILY =
            List.of("Alder", "Birch", "Cedar", "Damson", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper");
    private static final List<String> FIRM =
            List.of("Example Pumps", "Example Robotics", "Sample Drives", "Sample Medical", "Placeholder Machines");
    private static final List<String> QUESTION = List.of(
            "Please quote this, drawing attached: ",
            "What is your lead time for this part? ",
            "We look for a second supplier, by the year: ",
            "Can you make this to our drawing? A first lot: ");

    private InventedBuyers() {}

    static Contact contact(RandomSource random) {
        String given = oneOf(GIVEN, random);
        String family = oneOf(FAMILY, random);
        int number = random.below(1000);
        return new Contact(
                given + " " + family,
                String.format(Locale.ROOT, "%s.%s%d@example.com", given, family, number)
                        .toLowerCase(Locale.ROOT),
                "+1-202-555-0" + (100 + random.below(100)),
                oneOf(FIRM, random) + " " + number);
    }

    /** What the channel's click leaves behind; empty for a channel that leaves nothing. */
    static Map<String, String> clickIds(String channel, String inquiryId) {
        String name =
                switch (channel) {
                    case "google-ads" -> "gclid";
                    case "linkedin" -> "li_fat_id";
                    case "baidu" -> "bd_vid";
                    default -> null;
                };
        return name == null ? Map.of() : Map.of(name, "demo-" + inquiryId);
    }

    static String message(String product, RandomSource random) {
        int pieces = 10 * (1 + random.below(100));
        return oneOf(QUESTION, random) + pieces + " x " + product.toLowerCase(Locale.ROOT);
    }

    private static String oneOf(List<String> values, RandomSource random) {
        return values.get(random.below(values.size()));
    }
}
