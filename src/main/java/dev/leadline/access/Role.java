package dev.leadline.access;

/** What a key may do. */
public enum Role {
    /** Posts campaigns, spend, inquiries and deals, and patches records by id; reads nothing else. */
    INTEGRATION,
    /** Reads everything, writes nothing. */
    ANALYST,
    /** All of it, and keys and settings. */
    ADMIN
}
