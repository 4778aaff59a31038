package dev.leadline.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items the records of the page
 * @param next the cursor of the next page; null on the last
 */
@Schema(description = "A page of a list.")
public record Page<T>(
        List<T> items,

        @Schema(nullable = true, description = "Cursor of the next page; null on the last.")
        String next) {

    /**
     * A page of what a query for one record more than the limit found.
     *
     * @param list which list it is
     * @param found up to {@code limit + 1} records in the list's order
     * @param cursorOf the cursor that goes on behind a record
     */
    public static <T> Page<T> of(ListId list, List<T> found, int limit, Function<T, Cursor> cursorOf) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.get(limit - 1)).encoded(list));
    }

    /** The same page with each record in another form. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
