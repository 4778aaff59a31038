/** What is stored about a person, told when that person asks. */
package dev.leadline.intake.contact;
