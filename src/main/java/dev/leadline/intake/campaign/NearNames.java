package dev.leadline.intake.campaign;

import dev.leadline.intake.batch.BatchWarning;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Warns of campaigns that were only discovered and may be others in another spelling. Takes part in the caller's transaction. */
@ApplicationScoped
public class NearNames {

    private static final String TYPE = "urn:leadline:warning:near-name";

    /** More campaigns are not looked through, the newest first. */
    private static final int MOST_CAMPAIGNS = 20_000;

    private static final int MOST_NAMED = 3;

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final WorkspaceSql sql;

    NearNames(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** Warns of those of these campaigns whose id is another's id or name but for case, blanks and punctuation. */
    public void warn(Collection<String> discovered, Consumer<BatchWarning> warnings) {
        if (discovered.isEmpty()) {
            return;
        }
        Map<String, TreeSet<String>> bySpelling = new TreeMap<>();
        sql.statement("""
                select external_id, name from campaign where workspace_id = :workspace order by id desc limit :most
                """).number("most", MOST_CAMPAIGNS).forEach(row -> {
            String externalId = row.getString("external_id");
            for (String text : List.of(externalId, row.getString("name"))) {
                bySpelling
                        .computeIfAbsent(plain(text), spelling -> new TreeSet<>())
                        .add(externalId);
            }
        });
        for (String externalId : new TreeSet<>(discovered)) {
            String plain = plain(externalId);
            List<String> near =
                    new ArrayList<>(plain.isEmpty() ? List.of() : bySpelling.getOrDefault(plain, new TreeSet<>()));
            near.remove(externalId);
            if (!near.isEmpty()) {
                warnings.accept(new BatchWarning(TYPE, externalId, null, detail(near)));
            }
        }
    }

    /** A text without what spellings of one name differ in. */
    static String plain(String text) {
        String letters = NEITHER_LETTER_NOR_DIGIT
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String detail(List<String> near) {
        String named = String.join(
                ", ", near.stream().limit(MOST_NAMED).map(id -> '"' + id + '"').toList());
        int more = near.size() - MOST_NAMED;
        return "No campaign of this id was known, so one was made (DISCOVERED). It differs only in case, blanks or punctuation from "
                + named + (more > 0 ? " and " + more + " more" : "")
                + ". If it is the same campaign, POST this id to /api/v1/campaigns/{id}/merge of the right one.";
    }
}
