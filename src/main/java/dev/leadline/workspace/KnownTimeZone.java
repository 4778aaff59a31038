package dev.leadline.workspace;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

/** An IANA time zone. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownTimeZone.Check.class)
public @interface KnownTimeZone {

    String message() default "must be an IANA time zone, like America/New_York";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks against what the JDK knows. */
    final class Check implements ConstraintValidator<KnownTimeZone, String> {
        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || ZoneId.getAvailableZoneIds().contains(code);
        }
    }
}
