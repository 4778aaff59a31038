/** What every request passes: request id, access line, body limit. */
package dev.leadline.platform.http;
