package dev.leadline.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One fault of a request: where it is and what to do about it.
 *
 * @param pointer JSON pointer into the request body, in the body's own names; null for a query parameter
 * @param parameter name of the query parameter or header; null for a body field
 * @param detail what is wrong and what would be right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String pointer, String parameter, String detail) {

    /** A fault in a field of the body. */
    public static FieldError at(String pointer, String detail) {
        return new FieldError(pointer, null, detail);
    }

    /** A fault in a query parameter or header. */
    public static FieldError ofParameter(String parameter, String detail) {
        return new FieldError(null, parameter, detail);
    }
}
