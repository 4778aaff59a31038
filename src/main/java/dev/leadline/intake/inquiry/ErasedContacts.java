package dev.leadline.intake.inquiry;

import java.time.LocalDate;

/**
 * Some contacts that were erased.
 *
 * @param count how many
 * @param lastDay where to go on: the day of the youngest of them
 */
record ErasedContacts(int count, LocalDate lastDay) {}
