/** Records in: campaigns, spend, inquiries and deals, singly and in batches, each through one writer. */
package dev.leadline.intake;
