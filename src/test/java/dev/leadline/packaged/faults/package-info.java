/** What happens when something breaks: the packaged service on a real PostgreSQL, and what was acknowledged against what is there. */
package dev.leadline.packaged.faults;
