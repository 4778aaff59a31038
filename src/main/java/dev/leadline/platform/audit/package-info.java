/** What is told of changes that must be accounted for; who keeps it need not be known here. */
package dev.leadline.platform.audit;
