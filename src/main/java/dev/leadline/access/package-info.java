/** Who may come in: API keys, their roles, and the workspace each belongs to. */
package dev.leadline.access;
