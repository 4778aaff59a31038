package dev.leadline.workspace.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that takes an {@code Idempotency-Key}; every POST does. A good answer is kept under the key and given again to
 * the same request. Without the header nothing is done.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /**
     * Whether what is done and the answer that is kept are one transaction, so that a crash leaves both or neither. Not so
     * for batches, which are many transactions and may be read as streams: after a crash their request runs again, and
     * finds the rows that were stored by their external ids.
     */
    @Nonbinding
    boolean oneTransaction() default true;
}
