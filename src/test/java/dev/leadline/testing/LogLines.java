package dev.leadline.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What a logger says while the test runs, with the request's own fields. */
public final class LogLines extends Handler implements AutoCloseable {

    private static final PatternFormatter MESSAGE = new PatternFormatter("%m");

    private final Logger logger;
    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    public static LogLines of(String logger) {
        LogLines lines = new LogLines(Logger.getLogger(logger));
        lines.logger.addHandler(lines);
        return lines;
    }

    /** What was said so far. */
    public List<ExtLogRecord> records() {
        return records;
    }

    /** The message with its parameters in it. */
    public static String message(ExtLogRecord line) {
        return MESSAGE.format(line);
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord kept = ExtLogRecord.wrap(line);
        kept.copyMdc();
        records.add(kept);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
