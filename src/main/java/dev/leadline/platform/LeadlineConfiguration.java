package dev.leadline.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The service's own settings: {@code leadline.*}, or {@code LEADLINE_*} as environment variables. */
@ConfigMapping(prefix = "leadline")
public interface LeadlineConfiguration {

    /** The first ADMIN key, 24 characters or more. Used only when the database is empty. */
    Optional<String> adminKey();

    /** Whether to load the demo market. Default: true in embedded mode with an empty database. */
    Optional<Boolean> demo();

    /** False when main runs a command instead of the service: the start makes and loads nothing then; set by main. */
    @WithDefault("true")
    boolean serving();

    Database database();

    /** Where the embedded database lives; read by main before this is there. */
    Optional<String> dataDir();

    /** Which database it is. */
    interface Database {

        /** True when main started the embedded database; set by main. */
        @WithDefault("false")
        boolean embedded();
    }

    Oidc oidc();

    /** Tokens of an OpenID provider, beside the API keys. The issuer and more of it is read by Quarkus itself. */
    interface Oidc {

        /** Whether tokens are taken at all. */
        @WithDefault("false")
        boolean enabled();

        /** Address of the provider, below which it tells of itself. */
        Optional<String> issuer();

        /** Whom a token must be meant for. */
        Optional<String> audience();

        /** The claim that names the workspace by its id. */
        @WithDefault("leadline_workspace")
        String workspaceClaim();

        /** The claim that names one or more roles; a path with slashes. */
        @WithDefault("leadline_role")
        String roleClaim();
    }

    /** How often what has expired is cleared away. */
    @WithDefault("PT1H")
    Duration housekeepingInterval();

    Idempotency idempotency();

    /** Answers kept under an idempotency key. */
    interface Idempotency {

        /** How long an answer is kept. */
        @WithDefault("PT24H")
        Duration expiry();

        /** How long a request that has died, and its service with it, keeps others from its key. */
        @WithDefault("PT1M")
        Duration lease();
    }

    Ledger ledger();

    /** What the analysis reads. */
    interface Ledger {

        /**
         * Most memory for records kept between requests, in bytes; a workspace that needs more is read anew each time. Default: a
         * quarter of the heap.
         */
        OptionalLong cacheBytes();

        /** How long an answer waits for its records to be read before it is 503; the reading goes on. */
        @WithDefault("PT30S")
        Duration readWait();
    }

    Limits limits();

    /** Bounds of requests. */
    interface Limits {

        /** Longest body of a batch in bytes, NDJSON excepted. */
        @WithDefault("16777216")
        long bodyBytes();

        /** Longest body in bytes of any other request: one record, or a patch. */
        @WithDefault("262144")
        long recordBytes();

        /** Longest line of an NDJSON body in bytes. */
        @WithDefault("65536")
        int lineBytes();

        /** Most rows of a batch sent as a JSON array. */
        @WithDefault("10000")
        int arrayRows();

        /** Most lines of a batch sent as NDJSON. */
        @WithDefault("1000000")
        int ndjsonRows();

        /** Most bodies that are being received at once. Below the number of worker threads, 200 or more. */
        @WithDefault("128")
        int bodies();

        /** Most of them of one API key. */
        @WithDefault("64")
        int bodiesOfCaller();

        /** How many analyses are worked on at once. Default: as many as there are processors. */
        OptionalInt analyses();

        /** How long an analysis waits for its turn before it is answered by 429. */
        @WithDefault("PT30S")
        Duration analysisWait();

        /** How many requests a client, that is a key, has in a window; 0: any. Of each instance for itself. */
        @WithDefault("600000")
        long requests();

        /** The window of requests. */
        @WithDefault("PT1M")
        Duration requestsWindow();

        /** How many wrong keys are taken in a window, from one address and of the same first characters; 0: any. */
        @WithDefault("120")
        long failures();

        /** The window of failures. */
        @WithDefault("PT1M")
        Duration failuresWindow();
    }
}
