/** One campaign that came in under several ids, put together with its records of all kinds. */
package dev.leadline.intake.merge;
