package dev.leadline.platform.validation;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks a request record against its constraints; single requests and rows of a batch alike. */
@ApplicationScoped
public class RequestValidation {

    private final Validator validator;

    RequestValidation(Validator validator) {
        this.validator = validator;
    }

    /** What is wrong with the request, all fields at once; empty when nothing is. */
    public Optional<Problem> faultOf(Object request) {
        if (request == null) {
            return Optional.of(Problem.empty());
        }
        return fault(Map.of("", request));
    }

    /**
     * The request, if nothing is wrong with it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all fields at fault, 400 without a body
     */
    public <T> T valid(T request) {
        refuse(faultOf(request));
        return request;
    }

    /**
     * Checks a request whose parts are records of their own.
     *
     * @param parts by the pointers at which they stand
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all fields at fault
     */
    public void requireValid(Map<String, Object> parts) {
        refuse(fault(parts));
    }

    private static void refuse(Optional<Problem> fault) {
        fault.ifPresent(problem -> {
            throw problem.toException();
        });
    }

    private Optional<Problem> fault(Map<String, Object> parts) {
        List<FieldError> errors = parts.entrySet().stream()
                .flatMap(part ->
                        validator.validate(part.getValue()).stream().map(violation -> error(part.getKey(), violation)))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .collect(Collectors.toList());
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }

    private static FieldError error(String part, ConstraintViolation<Object> violation) {
        StringBuilder pointer = new StringBuilder(part);
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKey() != null) {
                pointer.append('/').append(escaped(node.getKey().toString()));
            } else if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(escaped(node.getName()));
            }
        }
        return FieldError.at(pointer.toString(), violation.getMessage());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
