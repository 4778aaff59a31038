package dev.leadline.testing;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many clients at once. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * The answers to calls that are made side by side.
     *
     * @param call of a client by its number, from 0 on
     */
    public static List<Response> call(int clients, IntFunction<Response> call)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Response>> calls = IntStream.range(0, clients)
                    .<Callable<Response>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
