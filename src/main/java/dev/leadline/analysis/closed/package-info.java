/** Money by the day on which it moved: deals by closing day, refunds and cancellations by their own. */
package dev.leadline.analysis.closed;
