package dev.leadline.access;

import dev.leadline.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who calls, and what they may.
 *
 * @param roles that the caller has, at least one
 * @param key that was sent; null for a token
 * @param token that was sent; null for a key
 */
@Schema(description = "Who calls, and what they may.")
record Caller(
        CallersWorkspace workspace,

        @Schema(description = "What the caller may do is what any of these may. A key has one.")
        List<Role> roles,

        @Schema(description = "The key that was sent; null for a token.", nullable = true)
        ApiKey key,

        @Schema(description = "The OpenID provider's token that was sent; null for a key.", nullable = true)
        Token token,

        CallLimits limits) {

    /** What an integration must know of its workspace. */
    @Schema(description = "What an integration must know of its workspace.")
    record CallersWorkspace(
            @Schema(examples = "demo") String id,
            @Schema(examples = "Northfield Components") String name,

            @Schema(examples = "USD", description = "ISO 4217; of all money.")
            String currency,

            @Schema(examples = "America/New_York", description = "IANA; says which day an event belongs to.")
            String timeZone) {

        static CallersWorkspace of(Workspace workspace) {
            return new CallersWorkspace(workspace.id(), workspace.name(), workspace.currency(), workspace.timeZone());
        }
    }

    /** A token of the OpenID provider. */
    @Schema(description = "A token of the OpenID provider.")
    record Token(
            @Schema(examples = "248289761001", description = "Whom the provider made it for.")
            String subject,

            @Schema(examples = "2026-11-22T09:30:00Z") Instant expiresAt) {}
}
