/** Bounds of fields that Bean Validation has no word for, and the one place where requests are validated. */
package dev.leadline.platform.validation;
