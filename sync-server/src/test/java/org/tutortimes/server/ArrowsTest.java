package org.tutortimes.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.javalin.security.RouteRole;
import org.junit.jupiter.api.Test;

class ArrowsTest {

    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.tutortimes.server");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("org.tutortimes.server.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs another must not be needed by it")
                .check(SERVER);
    }

    @Test
    void onlyTheEdgeSeesTheWebServer() {
        noClasses()
                .that(
                        not(
                                outermost(simpleNameEndingWith("Routes"))
                                        .or(
                                                resideInAnyPackage(
                                                        "..web..",
                                                        "..access..",
                                                        "..request..",
                                                        "..live..",
                                                        "..pages..",
                                                        "..signin..",
                                                        "..overview..",
                                                        "..people..",
                                                        "..administration..",
                                                        "..audittrail..",
                                                        "..system..",
                                                        "..records..",
                                                        "..sessions..",
                                                        "..calendar..",
                                                        "..breakdown..",
                                                        "..classroom.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "io.javalin..", "jakarta.servlet..", "org.eclipse.jetty.."))
                .because("rules and stores are called from elsewhere too, and tested without HTTP")
                .check(SERVER);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that(
                        not(
                                outermost(simpleNameEndingWith("Store"))
                                        .or(resideInAPackage("..database.."))
                                        .or(outermost(simpleNameEndingWith("ServerDevice")))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."))
                .orShould()
                .dependOnClassesThat(
                        resideInAPackage("org.jdbi..").and(not(simpleNameEndingWith("Handle"))))
                .orShould()
                .dependOnClassesThat(
                        resideInAPackage("..server.database..")
                                .and(not(simpleNameEndingWith("Database")))
                                .and(not(simpleNameEndingWith("Circumstances")))
                                .and(not(simpleNameEndingWith("Locks"))))
                .because(
                        "whoever looks for a statement finds it in a store; others pass the handle")
                .check(SERVER);
    }

    @Test
    void nobodyIsGivenTheWiring() {
        classes()
                .that()
                .haveSimpleName("Wiring")
                .should()
                .onlyHaveDependentClassesThat(
                        resideInAnyPackage("org.tutortimes.server", "org.tutortimes.server.demo"))
                .because("parts are given what they need, not a place to look for it")
                .check(SERVER);
    }

    @Test
    void accessIsTheOnlyRoleOfRoutes() {
        classes()
                .that()
                .implement(RouteRole.class)
                .should()
                .haveSimpleName("Access")
                .because("there is one check of roles, and it knows these")
                .check(SERVER);
    }

    /// A nested class or lambda belongs to the class around it.
    private static DescribedPredicate<JavaClass> outermost(
            DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.describe(
                "are, or are inside, " + predicate.getDescription(),
                type -> {
                    JavaClass outer = type;
                    while (outer.getEnclosingClass().isPresent()) {
                        outer = outer.getEnclosingClass().get();
                    }
                    return predicate.test(outer);
                });
    }
}
