/** Work shared between processors. */
package dev.leadline.platform.parallel;
