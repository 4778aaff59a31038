package dev.leadline.platform.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets {@link Bulkhead} resources in by the {@link AnalysisBulkhead}; behind the check of roles, so that nobody else waits there. */
@Bulkhead
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class BulkheadInterceptor {

    private final AnalysisBulkhead bulkhead;

    BulkheadInterceptor(AnalysisBulkhead bulkhead) {
        this.bulkhead = bulkhead;
    }

    @AroundInvoke
    Object enter(InvocationContext invocation) throws Exception {
        return bulkhead.enter(invocation::proceed);
    }
}
