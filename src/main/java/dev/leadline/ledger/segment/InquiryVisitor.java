package dev.leadline.ledger.segment;

/** Sees valid inquiries. */
@FunctionalInterface
public interface InquiryVisitor {

    /** @param value of the dimension asked for; null: missing */
    void visit(int day, String value, long valid);
}
