/** The audit: who changed settings, keys, campaigns and deals, when, from what to what. Kept for good. */
package dev.leadline.workspace.audit;
