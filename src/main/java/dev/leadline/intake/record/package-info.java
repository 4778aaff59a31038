/**
 * What the four kinds of record have in common on their way in, posted singly or in a batch: the check of a request, the
 * records that exist already, the days that change, and the outcome of each row; and how those that are stored
 * are read. Nothing here is null unless it says so.
 */
package dev.leadline.intake.record;
