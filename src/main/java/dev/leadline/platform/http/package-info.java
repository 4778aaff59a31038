/** What every request passes: request id, access line, body limit, the bulkhead of what is heavy. And the root's way to Swagger UI. */
package dev.leadline.platform.http;
