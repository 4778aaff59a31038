package dev.leadline.platform.validation;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
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
        List<FieldError> errors = validator.validate(request).stream()
                .map(RequestValidation::error)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .collect(Collectors.toList());
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }

    /**
     * The request, if nothing is wrong with it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all fields at fault, 400 without a body
     */
    public <T> T valid(T request) {
        faultOf(request).ifPresent(problem -> {
            throw problem.toException();
        });
        return request;
    }

    private static FieldError error(ConstraintViolation<Object> violation) {
        StringBuilder pointer = new StringBuilder();
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
