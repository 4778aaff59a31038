package dev.leadline.workspace.idempotency;

/** An answer with a secret that is shown once and kept nowhere, so not under an idempotency key either. */
public interface ShownOnce {

    /** The answer as it may be kept: null in place of the secret. */
    Object withoutSecret();
}
