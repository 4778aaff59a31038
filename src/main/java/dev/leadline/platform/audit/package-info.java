/**
 * What is told of changes that must be accounted for. It stands apart from {@code workspace.audit}, which keeps it: settings
 * of a workspace are told too, and whoever keeps the entries needs a workspace, so in one package the two would know each
 * other in a circle.
 */
package dev.leadline.platform.audit;
