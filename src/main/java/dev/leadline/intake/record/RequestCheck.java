package dev.leadline.intake.record;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.validation.RequestValidation;
import dev.leadline.workspace.WorkspaceZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Checks requests in their normalised form, so that what is judged is what will be stored. */
@ApplicationScoped
public class RequestCheck {

    private final RequestValidation validation;
    private final WorkspaceZone zone;

    RequestCheck(RequestValidation validation, WorkspaceZone zone) {
        this.validation = validation;
        this.zone = zone;
    }

    /**
     * The normalised request, if nothing is wrong with it.
     *
     * @param request null where the body was empty
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with all fields at fault, 400 without a body
     */
    public <T extends IntakeRequest<T>> T valid(T request) {
        T normalised = normalised(request);
        faultOf(normalised).ifPresent(problem -> {
            throw problem.toException();
        });
        return normalised;
    }

    /** The request as it is to be checked; null stays null. */
    public <T extends IntakeRequest<T>> T normalised(T request) {
        return request == null ? null : request.normalised(zone);
    }

    /** What is wrong with a normalised request; empty when nothing is. */
    public <T extends IntakeRequest<T>> Optional<Problem> faultOf(T normalised) {
        Optional<Problem> fault = validation.faultOf(normalised);
        if (fault.isPresent()) {
            return fault;
        }
        List<FieldError> errors = normalised.faults();
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }
}
