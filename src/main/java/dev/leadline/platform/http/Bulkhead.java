package dev.leadline.platform.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose answers take much time and memory. Only a few are computed at once; the others wait in
 * {@link AnalysisBulkhead#takePlace} for theirs, and get 429 if none is free in time.
 */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bulkhead {}
