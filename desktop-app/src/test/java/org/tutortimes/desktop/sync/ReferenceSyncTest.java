package org.tutortimes.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.CoreDesk;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.model.sync.Reference;

class ReferenceSyncTest {
    @TempDir Path folder;
    private final FakeServer server = new FakeServer();
    private CoreDesk desk;

    @BeforeEach
    void signIn() {
        server.offer(reference("1-a", true, definition(500, "Sorting", true)));
        desk = new CoreDesk(folder, new VirtualComputer());
        desk.signIn(server.address(), "tia");
        desk.sync();
    }

    @AfterEach
    void leave() {
        desk.close();
        server.close();
    }

    private static Reference.TaskDefinition definition(long id, String name, boolean active) {
        return new Reference.TaskDefinition(id, 10, id + "P", name, active);
    }

    private static Reference reference(
            String revision, boolean complete, Reference.TaskDefinition... definitions) {
        return new Reference(
                revision,
                complete,
                List.of(new Reference.Unit(10, "SIT221", "Data", "UTC", null, null, true)),
                List.of(new Reference.UnitRole(100, 10, UnitRoleKind.TUTOR, true)),
                List.of(definitions),
                List.of(),
                List.of());
    }

    private List<String> choices() {
        return desk.core.choices().matching("", 50).stream().map(Choice::taskName).toList();
    }

    @Test
    void whatCanBeMarkedIsThereAfterTheFirstRoundAndWithoutANetworkLater() {
        assertThat(choices()).containsExactly("Sorting");
        desk.close();
        server.close();
        desk = new CoreDesk(folder, desk.computer);

        assertThat(choices()).containsExactly("Sorting");
    }

    @Test
    void newsAreMergedAndEverythingIsReplaced() {
        server.offer(reference("2-a", false, definition(501, "Trees", true)));
        desk.sync();
        assertThat(choices()).containsExactly("Sorting", "Trees");

        server.offer(reference("3-a", false, definition(500, "Sorting", false)));
        desk.sync();
        assertThat(choices()).containsExactly("Trees");

        server.offer(reference("4-b", true, definition(502, "Graphs", true)));
        desk.sync();
        assertThat(choices()).containsExactly("Graphs");
    }

    @Test
    void theRevisionThatIsHeldIsNamedToTheServer() {
        desk.sync();

        assertThat(server.requests().getFirst().path("reference").isNull()).isTrue();
        assertThat(server.requests().getLast().path("reference").asText()).isEqualTo("1-a");
    }

    @Test
    void whatWasChosenLastComesFirstAlsoAfterARestart() {
        server.offer(reference("2-a", false, definition(501, "Trees", true)));
        desk.sync();
        Choice trees = desk.core.choices().matching("trees", 1).getFirst();
        desk.core.timer().start(trees).join();
        assertThat(choices()).containsExactly("Trees", "Sorting");
        desk.close();
        desk = new CoreDesk(folder, desk.computer);

        assertThat(choices()).containsExactly("Trees", "Sorting");
    }
}
