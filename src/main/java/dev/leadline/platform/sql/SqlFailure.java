package dev.leadline.platform.sql;

import java.sql.SQLException;

/** A statement failed; the cause tells why by its SQLSTATE. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the driver threw */
    public SqlFailure(SQLException cause) {
        super(cause);
    }
}
