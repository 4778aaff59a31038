package dev.leadline.workspace.idempotency;

import dev.leadline.intake.repetition.SentRowsProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** All of it holds as well on a database that reports of an insert what it was sent. */
@QuarkusTest
@TestProfile(SentRowsProfile.class)
class IdempotencyOnSentRowsTest extends IdempotencyTest {}
