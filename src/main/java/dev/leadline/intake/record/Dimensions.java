package dev.leadline.intake.record;

import dev.leadline.platform.sql.Column;
import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Whom a record is about: where, in which industry, of which market segment. Each may be null: not named.
 *
 * @param region where
 * @param industry which trade
 * @param marketSegment which part of the market
 */
@Embeddable
public record Dimensions(
        String region,
        String industry,
        @jakarta.persistence.Column(name = "market_segment") String marketSegment) {

    private static final Dimensions NONE = new Dimensions(null, null, null);

    /** Those of an entity, where Hibernate reads an embedded value with no column set as null. */
    public static Dimensions orNone(Dimensions embedded) {
        return embedded == null ? NONE : embedded;
    }

    /** Reads them from a row's columns of these names. */
    public static Dimensions of(ResultSet row) throws SQLException {
        return new Dimensions(row.getString("region"), row.getString("industry"), row.getString("market_segment"));
    }

    /** The columns that hold them. */
    public static <R> List<Column<R>> columns(Function<R, Dimensions> value) {
        return List.of(
                Column.text("region", row -> value.apply(row).region()),
                Column.text("industry", row -> value.apply(row).industry()),
                Column.text("market_segment", row -> value.apply(row).marketSegment()));
    }
}
