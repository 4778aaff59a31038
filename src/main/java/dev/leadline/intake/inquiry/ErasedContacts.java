package dev.leadline.intake.inquiry;

import java.time.LocalDate;

/**
 * Some contacts that were erased.
 *
 * @param count how many
 * @param next the day to go on with
 */
record ErasedContacts(int count, LocalDate next) {}
