/**
 * How decisions and intervals hold on markets that are not as tidy as the method assumes: each condition changes one thing of a
 * tidy market, and what the service says is held against the truth.
 */
package dev.leadline.calibration.untidy;
