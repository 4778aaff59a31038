package dev.leadline.demo;

import java.util.List;

/** The truth behind a simulated market, in the order of its parameters. */
public record MarketTruth(List<ProductTruth> products, List<CampaignTruth> campaigns) {

    public MarketTruth {
        products = List.copyOf(products);
        campaigns = List.copyOf(campaigns);
    }

    /** A product's truth: the mix of its campaigns as they run on the last day (of all of them if none does). */
    public record ProductTruth(ProductParameters parameters, Economics economics) {

        /** The product's name. */
        public String name() {
            return parameters.name();
        }

        /** What it is an example of. */
        public Story story() {
            return parameters.story();
        }
    }

    /** A campaign's truth; its parameters give the true cost of any day. */
    public record CampaignTruth(
            String externalId, String product, CampaignParameters parameters, Economics economics) {}

    /**
     * The product of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ProductTruth product(String name) {
        return products.stream()
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no product " + name));
    }

    /**
     * The campaign with that external id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public CampaignTruth campaign(String externalId) {
        return campaigns.stream()
                .filter(campaign -> campaign.externalId().equals(externalId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no campaign " + externalId));
    }

    /** The products with that story, none or more. */
    public List<ProductTruth> withStory(Story story) {
        return products.stream().filter(product -> product.story() == story).toList();
    }
}
