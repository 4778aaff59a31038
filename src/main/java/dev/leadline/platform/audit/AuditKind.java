package dev.leadline.platform.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change was made to. */
@Schema(description = """
                What a change was made to.

                - `WORKSPACE`: settings; or a workspace that was made
                - `API_KEY`: a key, made or revoked
                - `CAMPAIGN`: a campaign, changed by PATCH, PUT or a post that updates, or merged into another
                - `DEAL`: a deal, changed by PATCH, PUT or a post that updates
                - `CONTACT`: what is known of a person, erased or exported; erased by age, many at a time, the subject
                  is the workspace
                """)
public enum AuditKind {
    WORKSPACE,
    API_KEY,
    CAMPAIGN,
    DEAL,
    CONTACT
}
