package dev.leadline.platform.paging;

import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a list can be narrowed by: parameters named like the property they are compared with, and the range of days from
 * {@code from} to {@code to}. Values are read only when all parameters are known, in the order stated here.
 */
public final class ListFilter {

    private record Comparison(String text, Supplier<?> value) {}

    private final Set<String> names = new LinkedHashSet<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    /** @param given null: not narrowed by it; as all that are given */
    public ListFilter text(String name, String given) {
        return equal(name, () -> FilterValue.text(name, given));
    }

    public ListFilter id(String name, String given) {
        return equal(name, () -> FilterValue.id(name, given));
    }

    public <E extends Enum<E>> ListFilter choice(String name, String given, Class<E> type) {
        return equal(name, () -> FilterValue.choice(name, given, type));
    }

    /** @param property that holds the day */
    public ListFilter days(String property, String from, String to) {
        Supplier<LocalDate> first = () -> FilterValue.day("from", from);
        Supplier<LocalDate> last = () -> FilterValue.day("to", to);
        add("from", property + " >=", first);
        return add("to", property + " <=", () -> {
            FilterValue.requireOrder(first.get(), last.get());
            return last.get();
        });
    }

    /**
     * The conditions of the list's query.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a parameter that is not the list's, is given twice or empty, or
     *     has no such value
     */
    public Conditions conditions(UriInfo uri) {
        FilterValue.requireKnown(uri, names);
        Conditions conditions = new Conditions();
        comparisons.forEach(comparison ->
                conditions.and(comparison.text(), comparison.value().get()));
        return conditions;
    }

    private ListFilter equal(String name, Supplier<?> value) {
        return add(name, name + " =", value);
    }

    private ListFilter add(String name, String comparison, Supplier<?> value) {
        names.add(name);
        comparisons.add(new Comparison(comparison, value));
        return this;
    }
}
