/**
 * The API document. Its frame is {@code META-INF/openapi.yaml}, its operations and schemas are scanned from the code, and
 * the rules here add at build time what follows from them: errors, statuses, headers, examples, and a fixed order.
 */
package dev.leadline.platform.openapi;
