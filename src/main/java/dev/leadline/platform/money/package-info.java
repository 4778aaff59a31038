/** Money: the form and bounds of amounts, and exact sums. */
package dev.leadline.platform.money;
