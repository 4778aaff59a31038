/**
 * SQL statements with named parameters, and how values travel to the database. Which workspace they are of is bound elsewhere.
 *
 * <p>Arrays go in PostgreSQL's binary form by code of our own: the driver would format each value as text, and PostgreSQL parse it
 * again (docs/decisions/0005-bulk-statements.md).
 */
package dev.leadline.platform.sql;
