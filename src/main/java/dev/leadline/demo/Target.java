package dev.leadline.demo;

/** What a campaign targets; each part is null where it targets nobody in particular. */
public record Target(String region, String industry, String marketSegment) {

    /** No target at all. */
    public static final Target NONE = new Target(null, null, null);
}
