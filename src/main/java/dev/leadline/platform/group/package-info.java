/** Calls that come at the same time, answered together. */
package dev.leadline.platform.group;
