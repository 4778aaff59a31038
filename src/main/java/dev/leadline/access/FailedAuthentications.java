package dev.leadline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.leadline.platform.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Slows down whoever tries keys. Wrong keys are counted per client address, each different one once, and per first
 * characters of the key, every time; where either count is used up, the answer is 429 and the key is not looked up.
 *
 * <p>A key that has been right here and was last used within a day, or has been made here, is always looked up: the guesses of one client do
 * not lock out another behind the same address. Only a key that this process has not seen waits with them. A client that
 * repeats one wrong key uses up nothing that others need.
 *
 * <p>All of this is in this process's memory, bounded, and gone with it.
 */
@ApplicationScoped
class FailedAuthentications {

    private static final int PREFIX_LENGTH = 12;
    private static final int MOST_KEYS = 20_000;
    private static final Duration RIGHT_FOR = Duration.ofDays(1);
    /** Not longer: a backup that is restored may bring a key back. */
    private static final Duration WRONG_FOR = Duration.ofMinutes(1);

    private final boolean counting;
    private final TokenBuckets addresses;
    private final TokenBuckets prefixes;
    private final Cache<ByteBuffer, Boolean> right;
    private final Cache<ByteBuffer, Boolean> wrong;

    @Inject
    FailedAuthentications(AccessLimits limits) {
        this(limits.failures(), limits.failuresWindow(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** @param failures how many in the window; 0: no limit */
    FailedAuthentications(long failures, Duration window, TimeMeter time) {
        counting = failures > 0;
        addresses = new TokenBuckets(Math.max(1, failures), window, time);
        prefixes = new TokenBuckets(Math.max(1, failures), window, time);
        right = keys(time).expireAfterAccess(RIGHT_FOR).build();
        wrong = keys(time).expireAfterWrite(WRONG_FOR).build();
    }

    private static Caffeine<Object, Object> keys(TimeMeter clock) {
        return Caffeine.newBuilder().maximumSize(MOST_KEYS).ticker(clock::currentTimeNanos);
    }

    /** Tells of a key that it is right, or will be in a moment. */
    void right(byte[] hash) {
        if (counting) {
            right.put(ByteBuffer.wrap(hash), true);
        }
    }

    /**
     * Looks a key up, unless too many wrong ones have come.
     *
     * @param lookUp what the key stands for; empty if it is wrong
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 with Retry-After
     */
    <T> Optional<T> lookUp(String address, String key, byte[] hash, Supplier<Optional<T>> lookUp) {
        if (!counting) {
            return lookUp.get();
        }
        ByteBuffer known = ByteBuffer.wrap(hash);
        if (right.getIfPresent(known) != null) {
            Optional<T> found = lookUp.get();
            return found.isPresent() ? found : failed(known, address, key);
        }
        boolean again = wrong.getIfPresent(known) != null;
        requireRoom(prefixes.of(prefix(key)));
        if (again) {
            prefixes.of(prefix(key)).tryConsume(1);
            return Optional.empty();
        }
        requireRoom(addresses.of(address));
        Optional<T> found = lookUp.get();
        if (found.isEmpty()) {
            return failed(known, address, key);
        }
        right.put(known, true);
        return found;
    }

    private <T> Optional<T> failed(ByteBuffer hash, String address, String key) {
        right.invalidate(hash);
        wrong.put(hash, true);
        addresses.of(address).tryConsume(1);
        prefixes.of(prefix(key)).tryConsume(1);
        return Optional.empty();
    }

    private static void requireRoom(Bucket bucket) {
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        if (nanos > 0) {
            throw Problem.tooMany("Too many wrong keys. Please try again later, with a valid key.")
                    .toException(TokenBuckets.seconds(nanos));
        }
    }

    private static String prefix(String key) {
        return key.substring(0, Math.min(key.length(), PREFIX_LENGTH));
    }
}
