package dev.leadline.platform.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A day or instant of something that happened: from 2000-01-01 to a few days ahead (clocks and zones differ). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(
        validatedBy = {
            EventTimeValidator.OfDay.class,
            EventTimeValidator.OfInstant.class,
            EventTimeValidator.OfGivenTime.class
        })
public @interface EventTime {

    /** How many days ahead of now it may lie. */
    int daysAhead() default 2;

    String message() default "must lie between 2000-01-01 and {daysAhead} days from now";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
