package dev.leadline.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The demo market's parameters, its products aside: where and when it sells, and to whom. */
final class DemoParameters {

    private final LocalDate today;
    private final LocalDate firstDay;

    DemoParameters(LocalDate today) {
        this.today = today;
        this.firstDay = today.minusMonths(18);
    }

    MarketParameters market() {
        MarketSettings settings = new MarketSettings(
                "Demo: custom industrial parts",
                "USD",
                ZoneId.of("Asia/Shanghai"),
                new BigDecimal("0.3"),
                180,
                firstDay.plusMonths(3));
        Traffic traffic = new Traffic(
                List.of(1.25, 1.3, 1.25, 1.2, 1.1, 0.5, 0.4), 2.0, 0.08, List.of(newYearHoliday()), 0.02, 0.04, 0.005);
        return new MarketParameters(
                settings, firstDay, today.minusDays(1), traffic, audience(), new DemoProducts(today, firstDay).all());
    }

    /** Like Chinese New Year, but always on the same days: two weeks about the middle of last February. */
    private DayRange newYearHoliday() {
        LocalDate last = LocalDate.of(today.getYear(), 2, 23);
        LocalDate latest = last.isBefore(today) ? last : last.minusYears(1);
        return new DayRange(latest.minusDays(13), latest);
    }

    private static Audience audience() {
        return new Audience(
                List.of(
                        new Share("Jiangsu", 0.2),
                        new Share("Zhejiang", 0.17),
                        new Share("Guangdong", 0.17),
                        new Share("Shandong", 0.1),
                        new Share("Germany", 0.12),
                        new Share("United States", 0.12),
                        new Share("Japan", 0.07),
                        new Share("Mexico", 0.05)),
                List.of(
                        new Share("automotive", 0.3),
                        new Share("machinery", 0.25),
                        new Share("electronics", 0.2),
                        new Share("medical", 0.13),
                        new Share("energy", 0.12)),
                List.of(new Share("oem", 0.5), new Share("contract-maker", 0.3), new Share("prototyping", 0.2)),
                0.75,
                0.8);
    }
}
