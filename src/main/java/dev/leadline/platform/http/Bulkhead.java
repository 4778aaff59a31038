package dev.leadline.platform.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose answers take much time and memory. Only a few are computed at once; the others wait for their
 * place, which {@link AnalysisBulkhead#takePlace} takes, and are told to come back (429) where none is free soon.
 */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bulkhead {}
