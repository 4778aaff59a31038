/** Many threads: calls that come at the same time answered together, work shared between processors. */
package dev.leadline.platform.concurrent;
