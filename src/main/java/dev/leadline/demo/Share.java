package dev.leadline.demo;

import java.util.List;

/** A value and its weight among others; weights need not add up to 1. */
public record Share(String value, double weight) {

    public Share {
        Checks.require(weight > 0, "weight must be positive");
    }

    static double totalOf(List<Share> shares) {
        double total = 0;
        for (Share share : shares) {
            total += share.weight();
        }
        return total;
    }
}
