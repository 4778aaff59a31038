package dev.leadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.transaction.Transactional;
import java.util.Set;

/** The house: data flows one way, and no room knows a later one. */
@AnalyzeClasses(packages = "dev.leadline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What a statement can be run with that does not pass the gate; entities and their queries have Hibernate's filter. */
    private static final DescribedPredicate<JavaClass> OPEN_CONNECTIONS = DescribedPredicate.describe(
            "open connections or run native SQL",
            type -> type.getPackageName().startsWith("org.hibernate.query")
                    || Set.of(
                                    "javax.sql.DataSource",
                                    "java.sql.DriverManager",
                                    "java.sql.Connection",
                                    "io.agroal.api.AgroalDataSource",
                                    "io.quarkus.hibernate.orm.panache.Panache",
                                    "jakarta.persistence.EntityManager",
                                    "jakarta.persistence.EntityManagerFactory",
                                    "jakarta.persistence.NamedNativeQuery",
                                    "jakarta.persistence.NamedNativeQueries",
                                    "org.hibernate.Session",
                                    "org.hibernate.SessionFactory",
                                    "org.hibernate.StatelessSession")
                            .contains(type.getName()));

    private static final ArchCondition<JavaClass> HAVE_A_TENANT_ID = new ArchCondition<>("have a @TenantId") {
        @Override
        public void check(JavaClass entity, ConditionEvents events) {
            boolean has = entity.getAllFields().stream()
                    .anyMatch(field -> field.isAnnotatedWith("org.hibernate.annotations.TenantId"));
            events.add(new SimpleConditionEvent(entity, has, entity.getName()));
        }
    };

    private static final ArchCondition<JavaMethod> HAVE_A_TRANSACTION = new ArchCondition<>("have a transaction") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            Transactional.TxType type =
                    method.getAnnotationOfType(Transactional.class).value();
            boolean has = Set.of(
                            Transactional.TxType.REQUIRED,
                            Transactional.TxType.REQUIRES_NEW,
                            Transactional.TxType.MANDATORY)
                    .contains(type);
            events.add(new SimpleConditionEvent(method, has, method.getFullName() + " " + type));
        }
    };

    private static final SliceAssignment OUTERMOST_CLASSES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return SliceIdentifier.of(outermost.getName());
        }

        @Override
        public String getDescription() {
            return "outermost classes";
        }
    };

    /** Every package is of a room; those of optional layers are still to come, and what they may know is settled. */
    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .layer("application")
            .definedBy("dev.leadline")
            .layer("platform")
            .definedBy("dev.leadline.platform..")
            .layer("workspace")
            .definedBy("dev.leadline.workspace..")
            .layer("access")
            .definedBy("dev.leadline.access..")
            .layer("statistics")
            .definedBy("dev.leadline.statistics..")
            .optionalLayer("wording")
            .definedBy("dev.leadline.wording..")
            .layer("intake")
            .definedBy("dev.leadline.intake..")
            .layer("ledger")
            .definedBy("dev.leadline.ledger..")
            .layer("analysis")
            .definedBy("dev.leadline.analysis..")
            .layer("decision")
            .definedBy("dev.leadline.decision..")
            .layer("demo")
            .definedBy("dev.leadline.demo..")
            .optionalLayer("exchange")
            .definedBy("dev.leadline.exchange..")
            .optionalLayer("planning")
            .definedBy("dev.leadline.planning..")
            .optionalLayer("web")
            .definedBy("dev.leadline.web..")
            .optionalLayer("outbound")
            .definedBy("dev.leadline.outbound..")
            .whereLayer("application")
            .mayOnlyAccessLayers("platform")
            .whereLayer("platform")
            .mayNotAccessAnyLayer()
            .whereLayer("workspace")
            .mayOnlyAccessLayers("platform")
            .whereLayer("access")
            .mayOnlyAccessLayers("platform", "workspace")
            .whereLayer("statistics")
            .mayNotAccessAnyLayer()
            .whereLayer("wording")
            .mayOnlyAccessLayers("platform", "workspace")
            .whereLayer("intake")
            .mayOnlyAccessLayers("platform", "workspace")
            .whereLayer("ledger")
            .mayOnlyAccessLayers("platform", "workspace", "statistics")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("platform", "workspace", "statistics", "ledger", "wording")
            .whereLayer("decision")
            .mayOnlyAccessLayers("platform", "workspace", "statistics", "ledger", "analysis", "wording")
            .whereLayer("demo")
            .mayOnlyAccessLayers("platform", "workspace", "access", "intake")
            .whereLayer("exchange")
            .mayOnlyAccessLayers("platform", "workspace", "access", "intake")
            .whereLayer("planning")
            .mayOnlyAccessLayers(
                    "platform", "workspace", "access", "statistics", "ledger", "analysis", "decision", "wording")
            .whereLayer("web")
            .mayOnlyAccessLayers("platform", "workspace", "access", "analysis", "decision", "planning", "wording")
            .whereLayer("outbound")
            .mayOnlyAccessLayers(
                    "platform",
                    "workspace",
                    "access",
                    "intake",
                    "exchange",
                    "analysis",
                    "decision",
                    "planning",
                    "wording");

    @ArchTest
    static final ArchRule STATISTICS_ARE_PURE = classes()
            .that()
            .resideInAPackage("dev.leadline.statistics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.leadline.statistics..",
                    "java..",
                    "org.apache.commons.statistics..",
                    "org.apache.commons.numbers..");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            slices().matching("dev.leadline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_STORE_IS_READ_THROUGH_THE_LEDGER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.leadline.ledger..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.leadline.ledger.store")
                    .and(DescribedPredicate.not(DescribedPredicate.describe(
                            "are the ledger, its reader or its late records",
                            type -> Set.of("Ledger", "LedgerReader", "LateRecords")
                                    .contains(type.getSimpleName())))));

    /** A nested class counts as the class that it stands in; an annotation must name its validator, which knows it. */
    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_CLASSES = slices().assignedFrom(OUTERMOST_CLASSES)
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    DescribedPredicate.describe("annotations", JavaClass::isAnnotation),
                    JavaClass.Predicates.assignableTo("jakarta.validation.ConstraintValidator"));

    @ArchTest
    static final ArchRule RECORDS_ARE_NOT_READ_AS_ENTITIES_BY_THE_ANALYSIS = noClasses()
            .that()
            .resideInAnyPackage("dev.leadline.ledger..", "dev.leadline.analysis..", "dev.leadline.decision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule TRANSACTIONS_START_IN_SERVICES = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "jakarta.persistence..", "java.sql..");

    /** Without a transaction, a statement that waits for a lock has no time limit. */
    @ArchTest
    static final ArchRule SERVICES_READ_IN_TRANSACTIONS =
            methods().that().areAnnotatedWith(Transactional.class).should(HAVE_A_TRANSACTION);

    @ArchTest
    static final ArchRule NATIVE_SQL_PASSES_ONE_GATE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.leadline.platform.database..")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.workspace.WorkspaceSql")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.platform.sql.SqlStatement")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.access.ApiKeyLookup")
            .should()
            .dependOnClassesThat(OPEN_CONNECTIONS);

    @ArchTest
    static final ArchRule EVERY_ENTITY_IS_OF_A_TENANT = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .and()
            .doNotHaveFullyQualifiedName("dev.leadline.workspace.WorkspaceEntity")
            .should(HAVE_A_TENANT_ID);

    /** By its other annotation a parameter would be read, but not known to {@code platform.query}, which would refuse it. */
    @ArchTest
    static final ArchRule QUERY_PARAMETERS_ARE_DECLARED_IN_ONE_WAY =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.ws.rs.QueryParam");

    @ArchTest
    static final ArchRule NO_ROOM_FOR_ODDS_AND_ENDS =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..");
}
