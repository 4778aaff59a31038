package dev.leadline.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a key may do. */
@Schema(description = """
                What a key may do.

                - `INTEGRATION`: post records and patch them by id; reads nothing else, but for `GET /me`
                - `ANALYST`: read everything; writes nothing
                - `ADMIN`: all of it, and keys and settings
                """)
public enum Role {
    /** Posts campaigns, spend, inquiries and deals, and patches records by id; reads nothing else, but who it is. */
    INTEGRATION,
    /** Reads everything, writes nothing. */
    ANALYST,
    /** All of it, and keys and settings. */
    ADMIN
}
