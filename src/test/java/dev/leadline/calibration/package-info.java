/**
 * How well the estimates keep what they say: many markets whose truth is known are simulated, and each interval is held
 * against it.
 */
package dev.leadline.calibration;
