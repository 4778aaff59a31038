package dev.leadline.intake.repetition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.jdbc.PgArray;

/**
 * PostgreSQL's driver, but of an insert from a query it says what a distributed database says: how many rows it was sent, not how
 * many it stored.
 */
public final class SentRowsDriver extends Driver {

    private static final Pattern INSERT_FROM_QUERY =
            Pattern.compile("^\\s*insert into .*\\bselect\\b.*\\bon conflict\\b", Pattern.DOTALL);

    /** Where the binary form of an array has the number of its elements. */
    private static final int LENGTH = 12;

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        Connection connection = super.connect(url, settings);
        return connection == null
                ? null
                : proxy(Connection.class, (method, arguments) -> {
                    Object answer = method.invoke(connection, arguments);
                    return answer instanceof PreparedStatement statement
                                    && INSERT_FROM_QUERY
                                            .matcher((String) arguments[0])
                                            .find()
                            ? sent(statement)
                            : answer;
                });
    }

    private static PreparedStatement sent(PreparedStatement statement) {
        int[] rows = new int[1];
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("setArray")) {
                rows[0] = ByteBuffer.wrap(((PgArray) arguments[1]).toBytes()).getInt(LENGTH);
            }
            Object answer = method.invoke(statement, arguments);
            return method.getName().equals("executeUpdate") ? rows[0] : answer;
        });
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                SentRowsDriver.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
