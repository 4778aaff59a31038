package dev.leadline.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints the calibration of all figures over the whole grid: {@code ./mvnw -Pcalibration test}. */
@Tag("calibration")
class CalibrationRunTest {

    private static final int MARKETS = Integer.getInteger("calibration.markets", 2_400);
    private static final long SEED = Long.getLong("calibration.seed", 20260101);

    @Test
    void print_how_well_the_figures_are_calibrated() throws IOException {
        List<MarketResult> results = Judge.all(Grid.markets(MARKETS, SEED));
        String report = Report.of(results);
        System.out.println(report);
        Files.writeString(Path.of("target", "calibration.md"), report);
        Files.write(Path.of("target", "calibration.csv"), Rows.of(results));
    }
}
