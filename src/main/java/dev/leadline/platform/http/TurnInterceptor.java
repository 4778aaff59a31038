package dev.leadline.platform.http;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Makes {@link InTurn} resources wait for their turn; behind the check of roles, so that nobody else takes one. */
@InTurn
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class TurnInterceptor {

    private final Turns turns;

    TurnInterceptor(Turns turns) {
        this.turns = turns;
    }

    @AroundInvoke
    Object inTurn(InvocationContext invocation) throws Exception {
        return turns.take(invocation::proceed);
    }
}
