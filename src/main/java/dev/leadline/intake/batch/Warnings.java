package dev.leadline.intake.batch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What there is to be said of the rows of one request, in as many chunks as it takes; chunks are written one after the other. */
public final class Warnings {

    private static final int MOST = 100;

    private final Set<BatchWarning> warnings = new LinkedHashSet<>();

    /** Whether one more would be told. */
    public boolean hasRoom() {
        return warnings.size() < MOST;
    }

    /** The first of them are kept, each once. */
    public void add(BatchWarning warning) {
        if (hasRoom()) {
            warnings.add(warning);
        }
    }

    /** Those that were kept. */
    public List<BatchWarning> all() {
        return List.copyOf(warnings);
    }
}
