/**
 * The PostgreSQL that the service brings along: unpacked, made and run in a data directory of the service's own when no
 * database is configured. Nothing here knows Quarkus, so that tests and the main method use the very same classes.
 */
package dev.leadline.platform.database;
