/** Bounds of fields that Bean Validation has no word for, or that several records share, and the one place where requests are validated. */
package dev.leadline.platform.validation;
