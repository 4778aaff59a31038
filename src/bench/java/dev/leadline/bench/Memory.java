package dev.leadline.bench;

import dev.leadline.packaged.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of the service's process, its database's not counted; only Linux tells it. */
final class Memory {

    static final double MEBIBYTE = 1 << 20;

    private static final double KIBIBYTES = 1024;

    private Memory() {}

    /** In MiB; not a number where the system does not tell. */
    static double residentMebibytes(PackagedService service) throws IOException {
        Path status = Path.of("/proc", Long.toString(service.process().pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES)
                .findFirst()
                .orElse(Double.NaN);
    }

    static String residentText(PackagedService service) throws IOException {
        return Report.figure(residentMebibytes(service)) + " MiB";
    }
}
