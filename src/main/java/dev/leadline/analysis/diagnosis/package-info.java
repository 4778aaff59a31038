/** Which link is weak: a segment's cost, conversion, value and volume against its peers'. */
package dev.leadline.analysis.diagnosis;
