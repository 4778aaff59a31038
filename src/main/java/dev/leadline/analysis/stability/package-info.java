/** Is the volume stable, and the cost? Weekly charts decide; a day never does. */
package dev.leadline.analysis.stability;
