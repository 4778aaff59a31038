/** What tests of the running service share. */
package dev.leadline.testing;
