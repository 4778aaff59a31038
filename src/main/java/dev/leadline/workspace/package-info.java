/** Workspaces: whose records these are, their settings, and the one gate for SQL that binds the workspace. */
package dev.leadline.workspace;
