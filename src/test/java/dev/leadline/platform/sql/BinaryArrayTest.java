package dev.leadline.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceSql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the database reads an array as what was put into it. */
@QuarkusTest
class BinaryArrayTest {

    @Inject
    WorkspaceSql sql;

    @Inject
    CurrentWorkspace workspace;

    @BeforeEach
    void bind() {
        workspace.bind("default");
    }

    @Test
    void given_texts_when_sent_then_they_are_read_as_they_were() {
        String long70kBytes = "Gr\u00f6\u00dfe \ud83d\ude80 ".repeat(5_000);
        List<String> texts = Arrays.asList("", null, "NULL", "a,\"b\"{}\\\n'", "\u6c34", long70kBytes, " ");
        assertEquals(texts, read(texts, BinaryArray::texts, row -> row.getString(1)));
    }

    @Test
    void given_ids_days_and_instants_when_sent_then_they_are_read_as_they_were() {
        List<UUID> ids = Arrays.asList(
                new UUID(0, 0), null, new UUID(-1, -1), UUID.fromString("019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b"));
        assertEquals(ids, read(ids, BinaryArray::ids, row -> row.getObject(1, UUID.class)));
        List<LocalDate> days = Arrays.asList(
                LocalDate.of(2000, 1, 1),
                null,
                LocalDate.of(1999, 12, 31),
                LocalDate.of(1, 1, 1),
                LocalDate.of(9999, 12, 31));
        assertEquals(days, read(days, BinaryArray::days, row -> row.getObject(1, LocalDate.class)));
        List<Instant> instants = Arrays.asList(
                Instant.parse("2026-11-20T06:03:00.123456Z"),
                null,
                Instant.parse("1999-12-31T23:59:59.999999Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"));
        assertEquals(instants, read(instants, BinaryArray::instants, row -> {
            OffsetDateTime time = row.getObject(1, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }));
    }

    @Test
    void given_amounts_when_sent_then_they_are_read_to_the_last_digit() {
        SplittableRandom random = new SplittableRandom(20261122);
        List<BigDecimal> amounts = IntStream.range(0, 2_000)
                .mapToObj(i -> BigDecimal.valueOf(
                        random.nextLong(-1L << random.nextInt(1, 60), 1L << random.nextInt(1, 60)),
                        random.nextInt(-3, 9)))
                .collect(Collectors.toList());
        amounts.addAll(Arrays.asList(
                BigDecimal.ZERO,
                null,
                new BigDecimal("9999999999999.9999"),
                new BigDecimal("-1000000000000"),
                new BigDecimal("1E+12"),
                new BigDecimal("0.0001"),
                new BigDecimal("-0.0001"),
                new BigDecimal("10000"),
                new BigDecimal("0.00")));
        assertEquals(
                amounts.stream().map(BinaryArrayTest::stripped).toList(),
                read(amounts, BinaryArray::amounts, row -> stripped(row.getBigDecimal(1))));
    }

    @Test
    void given_numbers_flags_and_bytes_when_sent_then_they_are_read_as_they_were() {
        List<Long> numbers = Arrays.asList(0L, null, Long.MIN_VALUE, Long.MAX_VALUE, 1_000_000_000_000L);
        assertEquals(numbers, read(numbers, BinaryArray::numbers, row -> row.getObject(1, Long.class)));
        List<Boolean> flags = Arrays.asList(true, null, false);
        assertEquals(flags, read(flags, BinaryArray::flags, row -> row.getObject(1, Boolean.class)));
        List<byte[]> bytes = Arrays.asList(new byte[0], null, new byte[] {0, -1, 127, -128});
        assertEquals(
                bytes.stream().map(BinaryArrayTest::hex).toList(),
                read(bytes, BinaryArray::binaries, row -> hex(row.getBytes(1))));
    }

    @Test
    void given_no_values_when_sent_then_the_array_is_empty() {
        assertEquals(List.of(), read(List.<String>of(), BinaryArray::texts, row -> row.getString(1)));
        assertEquals(List.of(), read(List.<UUID>of(), BinaryArray::ids, row -> row.getString(1)));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <V, T> List<T> read(List<V> values, Function<Collection<V>, BinaryArray> array, Reader<T> reader) {
        return sql.statement("""
                select value from unnest(:values) with ordinality as sent (value, place)
                where :workspace = 'default' order by place
                """).array("values", array.apply(values)).list(reader::read);
    }

    private static BigDecimal stripped(BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
