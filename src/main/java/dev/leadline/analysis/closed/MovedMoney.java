package dev.leadline.analysis.closed;

import dev.leadline.ledger.segment.DealEvents;
import dev.leadline.platform.money.Money;
import java.math.BigDecimal;

/** Gathers what moved in some period, exactly. */
final class MovedMoney {

    private long deals;
    private final Money.Sum revenue = new Money.Sum();
    private final Money.Sum margin = new Money.Sum();
    private long refundedDeals;
    private final Money.Sum refunded = new Money.Sum();
    private long cancelledDeals;
    private final Money.Sum cancelledRevenue = new Money.Sum();
    private final Money.Sum cancelledMargin = new Money.Sum();

    void close(DealEvents deal) {
        deals++;
        revenue.add(deal.revenueUnits());
        margin.add(deal.marginUnits());
    }

    void refund(DealEvents deal) {
        refundedDeals += deal.refundedUnits() > 0 ? 1 : 0;
        refunded.add(deal.refundedUnits());
    }

    void cancel(DealEvents deal) {
        cancelledDeals++;
        cancelledRevenue.add(deal.cancelledRevenueUnits());
        cancelledMargin.add(deal.cancelledMarginUnits());
    }

    ClosedMoney with(BigDecimal spend) {
        return new ClosedMoney(
                deals,
                revenue.amount(),
                margin.amount(),
                new ClosedMoney.Refunds(refundedDeals, refunded.amount()),
                new ClosedMoney.Cancellations(cancelledDeals, cancelledRevenue.amount(), cancelledMargin.amount()),
                net(revenue, cancelledRevenue),
                net(margin, cancelledMargin),
                spend);
    }

    private BigDecimal net(Money.Sum closed, Money.Sum cancelled) {
        Money.Sum net = new Money.Sum();
        net.addUnits(closed.units().subtract(cancelled.units()).subtract(refunded.units()));
        return net.amount();
    }
}
