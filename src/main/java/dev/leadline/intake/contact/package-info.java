/** What is stored on a person, told when that person asks. */
package dev.leadline.intake.contact;
