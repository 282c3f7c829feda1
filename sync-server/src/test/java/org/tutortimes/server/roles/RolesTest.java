package org.tutortimes.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;
import org.tutortimes.server.access.Access;

/// Holds the table of roles: what it says, and what must be true of any such table.
// The fields are set before each run of the class, which the checker does not know.
@SuppressWarnings("NullAway.Init")
@OnBothDatabases
class RolesTest {

    private static final Path WRITTEN = Path.of("../docs/guide/roles.md");
    private static final Path SEEN = Path.of("target/roles.md");

    /// There an unknown unit and one's not being in it differ.
    private static final Pattern OF_ONTRACK =
            Pattern.compile("/inbox|/task_def_id/|/units/\\{id}/marking_sessions|/api/csv/");

    /// There students take part.
    private static final Pattern OF_CLASSES =
            Pattern.compile("/api/(live/)?class-sessions|/api/attempts");

    @TempDir static Path folder;
    @Parameter TestDatabase kind;
    private static TestServer server;
    private static RoleTable table;

    @BeforeParameterizedClassInvocation
    static void askEverything(TestDatabase kind) {
        VirtualClock clock = new VirtualClock("2026-08-03T09:00:00Z");
        server = TestServer.on(kind, folder, clock);
        table = RoleTable.of(server, clock);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteIsAskedAndAnswersSomebody() {
        Set<String> answered =
                table.questions().stream()
                        .filter(question -> statuses(question).stream().anyMatch(s -> s < 300))
                        .map(Question::address)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> served =
                server.addresses().keySet().stream()
                        .filter(address -> address.matches("\\w+ /(api|health|metrics).*"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(answered)
                .as("whoever adds a route adds its questions to Questions.java")
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void guideSaysWhatTheServerDoes() throws IOException {
        String seen = table.text();
        Files.writeString(SEEN, seen);
        List<String> written = Files.readAllLines(WRITTEN);
        assertThat(seen.lines().filter(line -> !written.contains(line)))
                .as(
                        "docs/guide/roles.md says something else of these. Where the server is"
                                + " right, copy sync-server/target/roles.md over it.")
                .isEmpty();
        assertThat(written).isEqualTo(seen.lines().toList());
    }

    @Test
    void whoeverIsNotSignedInOrDeactivatedGetsNothing() {
        for (Question question : table.questions()) {
            if (server.addresses().get(question.address()) != Access.ANYONE) {
                for (Person person : List.of(Person.NOBODY, Person.DEACTIVATED)) {
                    assertThat(table.answer(question, person).status())
                            .as("%s, %s, %s", question.address(), question.about(), person)
                            .isEqualTo(401);
                }
            }
        }
    }

    @Test
    void oneTimePasswordsAndServiceTokensOpenOnlyWhatIsMadeForThem() {
        for (Question question : table.questions()) {
            Access access = server.addresses().get(question.address());
            if (access != Access.ANYONE) {
                assertThat(table.answer(question, Person.NEWCOMER).status() == 403)
                        .as("%s, %s", question.address(), question.about())
                        .isEqualTo(access != Access.SIGNED_IN_AT_ALL);
                assertThat(table.answer(question, Person.SERVICE).status() == 403)
                        .as("%s, %s", question.address(), question.about())
                        .isEqualTo(
                                access != Access.ADMIN_OR_SERVICE
                                        && access != Access.SIGNED_IN_OR_SERVICE);
            }
        }
    }

    @Test
    void whatOneMayNotSeeAnswersAsTheUnknownDoes() {
        for (Question question : table.questions()) {
            for (Question unknown : table.unknownOf(question)) {
                for (Person person : Person.values()) {
                    Answer answer = table.answer(question, person);
                    if (answer.status() == 404) {
                        assertSame(question, person, answer, table.answer(unknown, person));
                    }
                }
            }
        }
    }

    @Test
    void studentsAndStrangersLearnNothing() {
        for (Question question : table.questions()) {
            for (Question unknown : table.unknownOf(question)) {
                for (Person person : List.of(Person.STUDENT, Person.STRANGER)) {
                    boolean isTheirs =
                            person == Person.STUDENT
                                    && OF_CLASSES.matcher(question.address()).find();
                    if (!question.isAboutOwn()
                            && isForMembers(question)
                            && !isTheirs
                            && !OF_ONTRACK.matcher(question.address()).find()) {
                        Answer answer = table.answer(question, person);
                        assertSame(question, person, answer, table.answer(unknown, person));
                    }
                }
            }
        }
    }

    @Test
    void nobodyIsAnsweredByAFailure() {
        for (Question question : table.questions()) {
            assertThat(statuses(question)).as(question.address()).allMatch(status -> status < 500);
        }
    }

    private static boolean isForMembers(Question question) {
        return server.addresses().get(question.address()) != Access.ANYONE;
    }

    private static List<Integer> statuses(Question question) {
        return Arrays.stream(Person.values())
                .map(person -> table.answer(question, person).status())
                .toList();
    }

    private static void assertSame(
            Question question, Person person, Answer answer, Answer unknown) {
        String what = "%s, %s, %s".formatted(question.address(), question.about(), person);
        assertThat(answer.status()).as(what).isEqualTo(unknown.status());
        assertThat(answer.body()).as(what).isEqualTo(unknown.body());
        assertThat(headers(answer)).as(what).isEqualTo(headers(unknown));
    }

    /// But for what the connection needs: whether it is kept depends on how much was read of it.
    private static Set<String> headers(Answer answer) {
        Set<String> names = new TreeSet<>(answer.headers().map().keySet());
        names.remove("connection");
        return names;
    }
}
