package dev.leadline.demo;

import java.util.ArrayList;
import java.util.List;

/** The records of a market while it is being played. */
record MarketRecords(List<DemoSpend> spend, List<DemoInquiry> inquiries, List<DemoDeal> deals) {

    MarketRecords() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
