/** SQL statements with named parameters, and how values travel to the database. Which workspace they are of is bound elsewhere. */
package dev.leadline.platform.sql;
