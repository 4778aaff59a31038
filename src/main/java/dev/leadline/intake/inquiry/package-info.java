/** Inquiries: who asked, when, by which campaign, and what became of it. */
package dev.leadline.intake.inquiry;
