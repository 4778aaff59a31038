package dev.leadline.platform.validation;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * Spares the validator a question that it asks before each field: whether reading it would load it from the database. What is
 * validated here are requests, which are there as a whole; and it asks it at length, for it also keeps the answers.
 */
@ApplicationScoped
class RequestTraversal implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.traversableResolver(new Whole());
        configuration.enableTraversableResolverResultCache(false);
    }

    private static final class Whole implements TraversableResolver {

        @Override
        public boolean isReachable(Object object, Path.Node field, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(Object object, Path.Node field, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }
}
