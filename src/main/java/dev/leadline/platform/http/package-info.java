/** What every request passes: request id, access line, body limit, turns of what is heavy. */
package dev.leadline.platform.http;
