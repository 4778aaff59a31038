/** Query parameters: which ones an operation takes, and what their values are. */
package dev.leadline.platform.query;
