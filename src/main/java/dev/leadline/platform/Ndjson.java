package dev.leadline.platform;

/** Streams with one JSON object on each line. */
public final class Ndjson {

    /** Their media type. */
    public static final String MEDIA_TYPE = "application/x-ndjson";

    private Ndjson() {}
}
