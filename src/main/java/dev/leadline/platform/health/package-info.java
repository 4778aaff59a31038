/** Readiness beyond the database's own: the schema is the one this version needs. */
package dev.leadline.platform.health;
