package dev.leadline.demo;

import static dev.leadline.demo.DemoProducts.Channel.BAIDU;
import static dev.leadline.demo.DemoProducts.Channel.GOOGLE;
import static dev.leadline.demo.DemoProducts.Channel.LINKEDIN;
import static dev.leadline.demo.DemoProducts.Channel.PORTAL;

import java.time.LocalDate;
import java.util.List;

/**
 * The demo market's twelve products and their campaigns, by category. The figures were chosen so that each product's
 * true ROI is as its story wants it.
 */
final class DemoProducts {

    private static final String CHINA = "china-shop";
    private static final String EUROPE = "europe-shop";
    private static final String AMERICA = "america-shop";

    /** Machined parts and sheet metal: half of the buyers within 4 weeks, one in 20 after more than 5 months. */
    private static final DealTiming PARTS = new DealTiming.Weibull(0.8, 44);

    private static final DealTiming CAST_PARTS = new DealTiming.LogNormal(30, 1.0);
    private static final DealTiming TOOLING = new DealTiming.LogNormal(42, 0.85);
    private static final DealTiming SLOW_TOOLING = new DealTiming.LogNormal(75, 0.6);

    /** Google Ads is the measure; inquiries from the others cost more or less, and convert better or worse. */
    enum Channel {
        GOOGLE("google-ads", 1.0, 1.0),
        LINKEDIN("linkedin", 1.25, 1.15),
        PORTAL("trade-portal", 0.85, 0.9),
        BAIDU("baidu", 0.95, 1.0);

        private final String label;
        private final double cost;
        private final double conversion;

        Channel(String label, double cost, double conversion) {
            this.label = label;
            this.cost = cost;
            this.conversion = conversion;
        }
    }

    private final LocalDate today;
    private final LocalDate firstDay;

    DemoProducts(LocalDate today, LocalDate firstDay) {
        this.today = today;
        this.firstDay = firstDay;
    }

    List<ProductParameters> all() {
        return List.of(
                aluminiumHousing(),
                precisionShaft(),
                stainlessFlange(),
                controlCabinet(),
                laserCutBracket(),
                stampedTerminal(),
                pumpCasing(),
                gearBlank(),
                valveBody(),
                injectionMould(),
                dieCastingMould(),
                overmouldingTool());
    }

    private ProductParameters aluminiumHousing() {
        return new ProductParameters(
                "Aluminium housing",
                "CNC machining",
                "standard",
                Story.STABLE_WINNER,
                0.07,
                PARTS,
                orders(3900, 1.1, 0.38),
                null,
                List.of(
                        campaign(GOOGLE, EUROPE, new Target("Germany", "electronics", "oem"), 2.0, 62),
                        campaign(BAIDU, CHINA, new Target("Jiangsu", "electronics", null), 2.5, 62),
                        campaign(PORTAL, CHINA, new Target(null, "machinery", null), 1.5, 62)));
    }

    private ProductParameters precisionShaft() {
        return new ProductParameters(
                "Precision shaft",
                "CNC machining",
                "premium",
                Story.ORDINARY,
                0.05,
                PARTS,
                orders(2700, 1.1, 0.32),
                null,
                List.of(
                        campaign(GOOGLE, AMERICA, new Target("United States", "automotive", "oem"), 1.5, 80),
                        campaign(GOOGLE, EUROPE, new Target("Germany", "machinery", null), 1.5, 80)
                                .withSpendRegions(new Share("Germany", 1)),
                        campaign(LINKEDIN, EUROPE, new Target("Germany", "medical", "prototyping"), 1.5, 80)));
    }

    /** Launched 13 months ago; an order of a hundred and fifty times the usual size came in its second month. */
    private ProductParameters stainlessFlange() {
        LocalDate launch = today.minusDays(400);
        return new ProductParameters(
                "Stainless flange",
                "CNC machining",
                "economy",
                Story.LUCKY_ORDER,
                0.04,
                PARTS,
                orders(1850, 1.3, 0.2),
                new LuckyOrder(today.minusDays(350), 26, 290_000),
                List.of(
                        campaign(GOOGLE, AMERICA, new Target("United States", "energy", null), 1.5, 66)
                                .withSchedule(Schedule.from(launch)),
                        campaign(PORTAL, CHINA, new Target(null, "energy", "contract-maker"), 1.5, 66)
                                .withSchedule(Schedule.from(launch))));
    }

    private ProductParameters controlCabinet() {
        return new ProductParameters(
                "Control cabinet",
                "Sheet metal",
                "standard",
                Story.STABLE_WINNER,
                0.06,
                PARTS,
                orders(3800, 1.2, 0.34),
                null,
                List.of(
                        campaign(BAIDU, CHINA, new Target(null, "machinery", "oem"), 2.5, 58)
                                .withSpendRegions(
                                        new Share("Jiangsu", 0.4),
                                        new Share("Zhejiang", 0.35),
                                        new Share("Shandong", 0.25)),
                        campaign(GOOGLE, EUROPE, new Target("Germany", "energy", "oem"), 2.0, 58),
                        campaign(LINKEDIN, EUROPE, new Target("Germany", "machinery", null), 1.5, 58)
                                .withSchedule(Schedule.from(firstDay)
                                        .pausedFrom(today.minusDays(290), today.minusDays(262)))));
    }

    private ProductParameters laserCutBracket() {
        return new ProductParameters(
                "Laser-cut bracket",
                "Sheet metal",
                "economy",
                Story.ORDINARY,
                0.075,
                PARTS,
                orders(660, 1.0, 0.35),
                null,
                List.of(
                        campaign(GOOGLE, AMERICA, new Target("Mexico", "automotive", "contract-maker"), 2.0, 26),
                        campaign(PORTAL, CHINA, Target.NONE, 3.5, 26),
                        campaign(BAIDU, CHINA, new Target("Guangdong", "electronics", "prototyping"), 1.5, 26)));
    }

    /** The same budget brings half as many inquiries as five months ago. */
    private ProductParameters stampedTerminal() {
        CostDrift fatigue = new CostDrift(today.minusDays(150), today.minusDays(1), 2);
        return new ProductParameters(
                "Stamped terminal",
                "Sheet metal",
                "economy",
                Story.DRIFTING_COST,
                0.065,
                PARTS,
                orders(2100, 1.1, 0.33),
                null,
                List.of(
                        campaign(GOOGLE, AMERICA, new Target("Mexico", "automotive", "oem"), 2.5, 44)
                                .withDrift(fatigue),
                        campaign(BAIDU, CHINA, new Target("Guangdong", "automotive", "oem"), 3.5, 44)
                                .withDrift(fatigue)));
    }

    private ProductParameters pumpCasing() {
        return new ProductParameters(
                "Pump casing",
                "Castings",
                "standard",
                Story.STABLE_WINNER,
                0.065,
                CAST_PARTS,
                orders(4500, 1.15, 0.36),
                null,
                List.of(
                        campaign(GOOGLE, AMERICA, new Target("United States", "energy", "oem"), 2.0, 70),
                        campaign(GOOGLE, EUROPE, new Target("Germany", "energy", null), 1.5, 70),
                        campaign(PORTAL, CHINA, new Target("Shandong", "energy", "oem"), 2.0, 70)
                                .withSpendRegions(new Share("Shandong", 1))));
    }

    /** Two of its campaigns are over: one ended half a year ago, one has been paused for a fortnight. */
    private ProductParameters gearBlank() {
        return new ProductParameters(
                "Gear blank",
                "Castings",
                "economy",
                Story.ORDINARY,
                0.055,
                CAST_PARTS,
                orders(3100, 1.15, 0.33),
                null,
                List.of(
                        campaign(BAIDU, CHINA, new Target("Zhejiang", "automotive", "contract-maker"), 2.5, 95),
                        campaign(PORTAL, CHINA, new Target(null, "machinery", null), 1.5, 95)
                                .withSchedule(Schedule.from(firstDay).until(today.minusDays(180))),
                        campaign(LINKEDIN, AMERICA, new Target("United States", "machinery", "oem"), 1.0, 95)
                                .withSchedule(
                                        Schedule.from(firstDay).pausedFrom(today.minusDays(14), today.plusDays(365)))));
    }

    /** What the others of its category have, but a third of their conversion. */
    private ProductParameters valveBody() {
        return new ProductParameters(
                "Valve body",
                "Castings",
                "standard",
                Story.POOR_FOLLOW_UP,
                0.02,
                CAST_PARTS,
                orders(4200, 1.15, 0.35),
                null,
                List.of(
                        campaign(GOOGLE, EUROPE, new Target("Germany", "machinery", "oem"), 2.0, 72),
                        campaign(BAIDU, CHINA, new Target("Jiangsu", "energy", null), 2.0, 72),
                        campaign(PORTAL, CHINA, new Target("Zhejiang", null, null), 1.5, 72)));
    }

    private ProductParameters injectionMould() {
        return new ProductParameters(
                "Injection mould",
                "Moulds",
                "premium",
                Story.STABLE_WINNER,
                0.055,
                TOOLING,
                orders(9300, 1.05, 0.36),
                null,
                List.of(
                        campaign(LINKEDIN, EUROPE, new Target("Germany", "medical", "oem"), 2.0, 120),
                        campaign(GOOGLE, AMERICA, new Target("United States", "medical", "oem"), 2.0, 120),
                        campaign(PORTAL, CHINA, new Target("Japan", "electronics", null), 1.5, 120)));
    }

    private ProductParameters dieCastingMould() {
        return new ProductParameters(
                "Die-casting mould",
                "Moulds",
                "premium",
                Story.ORDINARY,
                0.045,
                TOOLING,
                orders(7000, 1.05, 0.3),
                null,
                List.of(
                        campaign(GOOGLE, EUROPE, new Target("Germany", "automotive", "oem"), 1.5, 150),
                        campaign(BAIDU, CHINA, new Target("Guangdong", "automotive", null), 2.0, 150)
                                .withSchedule(Schedule.from(firstDay)
                                        .pausedFrom(today.minusDays(130), today.minusDays(103)))));
    }

    /** Launched three months ago; its buyers take twice as long as those of other moulds. */
    private ProductParameters overmouldingTool() {
        Schedule launched = Schedule.from(today.minusDays(90));
        return new ProductParameters(
                "Overmoulding tool",
                "Moulds",
                "premium",
                Story.YOUNG_STAR,
                0.07,
                SLOW_TOOLING,
                orders(8800, 1.05, 0.36),
                null,
                List.of(
                        campaign(LINKEDIN, EUROPE, new Target("Germany", "medical", "prototyping"), 2.5, 105)
                                .withSchedule(launched),
                        campaign(GOOGLE, AMERICA, new Target("United States", "electronics", "oem"), 2.5, 105)
                                .withSchedule(launched)));
    }

    /** Orders of which 3 % are sold at a loss, 3 % cancelled and 12 % followed by another about two months later. */
    private static OrderParameters orders(double medianRevenue, double logSd, double marginRate) {
        return new OrderParameters(medianRevenue, logSd, marginRate, 0.03, 0.08, 0.03, 12, 0.12, 60);
    }

    /** A campaign over all the market's days; {@code cost} is the product's cost per inquiry on Google Ads. */
    private CampaignParameters campaign(
            Channel channel, String store, Target target, double inquiriesPerDay, double cost) {
        return new CampaignParameters(
                channel.label,
                store,
                target,
                inquiriesPerDay,
                cost * channel.cost,
                null,
                channel.conversion,
                Schedule.from(firstDay),
                List.of());
    }
}
