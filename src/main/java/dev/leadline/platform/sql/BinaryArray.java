package dev.leadline.platform.sql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.core.Oid;
import org.postgresql.util.ByteConverter;

/**
 * An array of one dimension in the binary form of PostgreSQL's protocol, as its {@code array_recv} and the receive functions
 * of the elements' types read it. The driver by itself sends days, instants, ids and amounts as text, which costs both sides
 * more than all else that is done for a value. Values may be null.
 */
final class BinaryArray {

    /** PostgreSQL counts from the year 2000. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final long FIRST_SECOND = FIRST_DAY * 86_400;

    private final int type;
    private ByteBuffer buffer;

    private BinaryArray(int type, int elementType, int size) {
        this.type = type;
        int dimensions = 1;
        int mayHaveNulls = 1;
        int firstIndex = 1;
        buffer = ByteBuffer.allocate(20 * (size + 1));
        buffer.putInt(dimensions)
                .putInt(mayHaveNulls)
                .putInt(elementType)
                .putInt(size)
                .putInt(firstIndex);
    }

    static BinaryArray texts(Collection<String> values) {
        BinaryArray array = new BinaryArray(Oid.TEXT_ARRAY, Oid.TEXT, values.size());
        values.forEach(value -> array.add(value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
        return array;
    }

    static BinaryArray binaries(Collection<byte[]> values) {
        BinaryArray array = new BinaryArray(Oid.BYTEA_ARRAY, Oid.BYTEA, values.size());
        values.forEach(array::add);
        return array;
    }

    static BinaryArray amounts(Collection<BigDecimal> values) {
        BinaryArray array = new BinaryArray(Oid.NUMERIC_ARRAY, Oid.NUMERIC, values.size());
        values.forEach(value -> array.add(value == null ? null : ByteConverter.numeric(value)));
        return array;
    }

    static BinaryArray ids(Collection<UUID> values) {
        BinaryArray array = new BinaryArray(Oid.UUID_ARRAY, Oid.UUID, values.size());
        for (UUID id : values) {
            if (array.begin(id, 2 * Long.BYTES)) {
                array.buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
        }
        return array;
    }

    static BinaryArray days(Collection<LocalDate> values) {
        BinaryArray array = new BinaryArray(Oid.DATE_ARRAY, Oid.DATE, values.size());
        for (LocalDate day : values) {
            if (array.begin(day, Integer.BYTES)) {
                array.buffer.putInt(Math.toIntExact(day.toEpochDay() - FIRST_DAY));
            }
        }
        return array;
    }

    /** To the microsecond. */
    static BinaryArray instants(Collection<Instant> values) {
        BinaryArray array = new BinaryArray(Oid.TIMESTAMPTZ_ARRAY, Oid.TIMESTAMPTZ, values.size());
        for (Instant instant : values) {
            if (array.begin(instant, Long.BYTES)) {
                array.buffer.putLong((instant.getEpochSecond() - FIRST_SECOND) * 1_000_000 + instant.getNano() / 1_000);
            }
        }
        return array;
    }

    static BinaryArray numbers(Collection<Long> values) {
        BinaryArray array = new BinaryArray(Oid.INT8_ARRAY, Oid.INT8, values.size());
        for (Long number : values) {
            if (array.begin(number, Long.BYTES)) {
                array.buffer.putLong(number);
            }
        }
        return array;
    }

    static BinaryArray flags(Collection<Boolean> values) {
        BinaryArray array = new BinaryArray(Oid.BOOL_ARRAY, Oid.BOOL, values.size());
        for (Boolean flag : values) {
            if (array.begin(flag, Byte.BYTES)) {
                array.buffer.put((byte) (flag ? 1 : 0));
            }
        }
        return array;
    }

    /** The array's type, as the driver knows it. */
    int type() {
        return type;
    }

    /** Its size in bytes. */
    int size() {
        return buffer.position();
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private void add(byte[] value) {
        if (begin(value, value == null ? 0 : value.length)) {
            buffer.put(value);
        }
    }

    /** Makes room for a value and writes its length; false for null, of which nothing else is written. */
    private boolean begin(Object value, int length) {
        int needed = buffer.position() + Integer.BYTES + length;
        if (needed > buffer.capacity()) {
            byte[] larger = Arrays.copyOf(buffer.array(), Math.max(needed, 2 * buffer.capacity()));
            buffer = ByteBuffer.wrap(larger).position(buffer.position());
        }
        buffer.putInt(value == null ? -1 : length);
        return value != null;
    }
}
