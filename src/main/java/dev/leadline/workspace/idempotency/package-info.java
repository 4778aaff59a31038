/** Idempotency keys: a POST that is repeated with the same key is answered as it was at first, and done once. */
package dev.leadline.workspace.idempotency;
