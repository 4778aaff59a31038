/**
 * What the packaged service does a second, and what it costs, each figure beside what the same machine needs for the same work
 * without it, in the same run. Nothing here is null unless it says so.
 */
package dev.leadline.bench;
