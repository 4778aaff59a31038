/** What every request passes: request id, access line, body limit, the bulkhead of what is heavy. */
package dev.leadline.platform.http;
