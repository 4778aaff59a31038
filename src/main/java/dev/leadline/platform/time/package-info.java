/** The clock, as a bean, so that "today" is a parameter and not a surprise. */
package dev.leadline.platform.time;
