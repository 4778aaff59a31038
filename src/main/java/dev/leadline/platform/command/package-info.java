/** What is done at the machine instead of running the service: on its database, beside it or without it. */
package dev.leadline.platform.command;
