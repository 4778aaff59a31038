/** The packaged service as an operator runs it: a process of its own, its start and end, and what it keeps. */
package dev.leadline.packaged;
