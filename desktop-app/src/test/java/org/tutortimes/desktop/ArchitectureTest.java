package org.tutortimes.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows between the desktop's rooms.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.tutortimes.desktop");

    /// What stands beside window classes in the same room.
    private static final String NO_WINDOW =
            "org\\.tutortimes\\.desktop\\.(CoreNews|DesktopCore|DesktopConfig|Settings|Surroundings"
                + "|account\\.(Account|AccountStore|SignIn|SignInFailure|TokenFile)"
                + "|sync\\.(Backoff|Outbox|ServerOffset|Sync(Client|Loop|News|Reply|Round|Status))"
                + "|tracking\\.(NotMarking|NotRecorded|ObservedActions|ObservedMarking|PresenceCalls|Tracking"
                + "|ReconciliationRound|TrackingCalls|Unrecorded))(\\$.*)?";

    @Test
    void roomsFormNoCycles() {
        slices().matching("org.tutortimes.desktop.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room that needs another that needs it is one room")
                .check(CLASSES);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Store|\\.Journal|\\.Outbox)(\\$.*)?")
                .and()
                .resideOutsideOfPackage("org.tutortimes.desktop.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb..")
                .because("what is stored, and how, is said in one place for each thing")
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNoWindow() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.tutortimes.desktop.store",
                        "org.tutortimes.desktop.reference",
                        "org.tutortimes.desktop.web",
                        "org.tutortimes.desktop.clock",
                        "org.tutortimes.desktop.journal",
                        "org.tutortimes.desktop.timer",
                        "org.tutortimes.desktop.idle")
                .or()
                .haveNameMatching(NO_WINDOW)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..", "atlantafx..", "org.kordamp..", "org.tutortimes.desktop.fx")
                .because("it also runs in tests and in the demonstration, where there is no window")
                .check(CLASSES);
    }

    @Test
    void theNetworkIsMetInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tutortimes.desktop.web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..")
                .because("who answers in the server's place is recognised there")
                .check(CLASSES);
    }
}
