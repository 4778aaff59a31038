package dev.leadline.packaged.plans;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.database.OwnDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL's auto_explain tells of every statement. */
final class StatementLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Has PostgreSQL log every statement with what became of it, and analyse no table by itself. */
    static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_buffers = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_format = json",
            "auto_explain.log_parameter_max_length = 0",
            "autovacuum = off");

    private final OwnDatabase database;

    StatementLog(OwnDatabase database) {
        this.database = database;
    }

    /** The plans of all statements so far. */
    List<QueryPlan> plans() throws IOException {
        List<QueryPlan> plans = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(database.log())) {
            StringBuilder plan = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (plan != null && line.startsWith("\t")) {
                    plan.append(line).append('\n');
                } else {
                    add(plan, plans);
                    plan = line.endsWith("  plan:") ? new StringBuilder() : null;
                }
            }
            add(plan, plans);
        }
        return plans;
    }

    private static void add(StringBuilder plan, List<QueryPlan> plans) throws IOException {
        if (plan != null) {
            plans.add(QueryPlan.of(JSON.readTree(plan.toString())));
        }
    }
}
