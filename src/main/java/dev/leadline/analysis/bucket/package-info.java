/** The days of a window put into days, weeks or months. */
package dev.leadline.analysis.bucket;
