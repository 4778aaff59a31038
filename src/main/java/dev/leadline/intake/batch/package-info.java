/**
 * What the four kinds of record have in common on their way in: the check of a request, the reading of arrays and
 * streams, writing in chunks, and the outcome of each row. Nothing here is null unless it says so.
 */
package dev.leadline.intake.batch;
