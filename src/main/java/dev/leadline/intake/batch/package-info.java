/** Many rows in one request: the reading of arrays and streams, and writing in chunks. Nothing here is null unless it says so. */
package dev.leadline.intake.batch;
