package dev.leadline.analysis.stability;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the volume of the next weeks can be foreseen. */
@Schema(description = """
                Whether the volume of the next weeks can be foreseen.

                - `FORESEEABLE`: its spread is not above the maximum, or not surely
                - `VOLATILE`: its spread is above the maximum, with a probability of at least 0.9
                - `INSUFFICIENT`: fewer than 8 complete weeks with activity, or no inquiry in them
                """)
public enum Predictability {
    /** Its spread is not above the maximum, or not surely. */
    FORESEEABLE,
    /** Its spread is above the maximum, with a probability of at least 0.9. */
    VOLATILE,
    /** Fewer than 8 complete weeks with activity, or no inquiry in them. */
    INSUFFICIENT
}
