package dev.leadline.platform.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InParallelTest {

    @Test
    void given_many_members_when_worked_on_then_what_comes_of_them_is_in_their_order() {
        List<Integer> members = IntStream.range(0, 10_000).boxed().toList();

        assertEquals(members.stream().map(i -> i * i).toList(), InParallel.map(members, i -> i * i));
    }

    @Test
    void given_work_within_work_when_worked_on_then_nobody_waits_for_ever() {
        List<Integer> members = IntStream.range(0, 50).boxed().toList();

        List<Integer> sums = InParallel.map(members, i -> InParallel.map(members, j -> i + j).stream()
                .mapToInt(sum -> sum)
                .sum());

        assertEquals(members.stream().map(i -> 50 * i + 1225).toList(), sums);
    }

    @Test
    void given_no_member_or_one_when_worked_on_then_there_are_as_many_answers() {
        assertEquals(List.of(), InParallel.map(List.of(), i -> i));
        assertEquals(List.of("a"), InParallel.map(List.of("a"), i -> i));
    }

    @Test
    void given_work_that_fails_when_worked_on_then_its_failure_is_the_answer() {
        List<Integer> members = IntStream.range(0, 100).boxed().toList();

        assertThrows(
                IllegalArgumentException.class,
                () -> InParallel.map(members, i -> {
                    if (i == 60) {
                        throw new IllegalArgumentException("60");
                    }
                    return i;
                }));
    }
}
