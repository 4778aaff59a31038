/**
 * Who may come in: API keys, their roles, and the workspace each belongs to; tokens of an OpenID provider beside them; and how
 * often.
 */
package dev.leadline.access;
