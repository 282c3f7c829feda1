package org.tutortimes.desktop.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tutortimes.desktop.timer.Desk.OTHER_PILE;
import static org.tutortimes.desktop.timer.Desk.PILE;
import static org.tutortimes.desktop.timer.Desk.failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.desktop.VirtualComputer;
import org.tutortimes.model.timer.SessionStatus;

class FullDiskTest {
    @TempDir Path folder;
    private Desk desk;
    private UUID session;
    private int filled;

    @BeforeEach
    void fillTheDiskWhileTheTimerRuns() {
        desk = new Desk(folder, new VirtualComputer());
        desk.keeper.start(PILE).join();
        session = desk.current().sessionId();
        desk.work(Duration.ofMinutes(1));
        pragma("max_page_count = 1");
        fill();
    }

    @AfterEach
    void leave() {
        desk.crash();
    }

    @Test
    void aFailedWriteShowsASentenceAndTheOldState() {
        assertThat(failure(desk.keeper.start(OTHER_PILE))).startsWith("The disk is full.");

        assertThat(desk.current().sessionId()).isEqualTo(session);
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(desk.events()).hasSize(1);
    }

    @Test
    void whatFailedCanBeDoneOnceThereIsSpace() {
        assertThat(failure(desk.keeper.start(OTHER_PILE))).isNotEmpty();
        makeSpace();
        desk.keeper.start(OTHER_PILE).join();
        desk.work(Duration.ofMinutes(1));
        desk.keeper.complete().join();

        assertThat(desk.shown().todayMillis()).isEqualTo(120_000);
        assertThat(desk.events().stream().map(event -> event.seq()))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void anIdlePauseThatFailedIsWrittenLaterAndNotForgotten() {
        desk.leaveAlone(Duration.ofMinutes(11));
        assertThat(desk.shown().notice()).startsWith("The disk is full.");
        desk.work(Duration.ofSeconds(5));
        makeSpace();
        desk.work(Duration.ofSeconds(5));

        assertThat(desk.current().status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(desk.current().closedMillis()).isEqualTo(60_000);
    }

    @Test
    void aFolderThatMayOnlyBeReadIsToldTheSameWay() {
        makeSpace();
        pragma("query_only = ON");

        assertThat(failure(desk.keeper.pause())).contains("only be read");
        assertThat(desk.current().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    private void pragma(String what) {
        desk.database.jdbi().useHandle(handle -> handle.execute("PRAGMA " + what));
    }

    private void makeSpace() {
        pragma("max_page_count = 1000000");
    }

    /// Uses up the room inside the journal's last page, with ever smaller rows of nobody's.
    private void fill() {
        for (int size = 600; size > 0; size /= 2) {
            while (fits(" ".repeat(size))) {
                filled++;
            }
        }
    }

    private boolean fits(String body) {
        try {
            desk.database
                    .jdbi()
                    .useHandle(handle ->
                            handle.execute(
                                    """
                                    INSERT INTO journal (event_id, account_id, session_id,
                                        device_id, seq, kind, at_ms, body)
                                    VALUES (?, 'nobody', '', '', 0, '', 0, ?)
                                    """,
                                    "filler " + filled,
                                    body));
            return true;
        } catch (RuntimeException full) {
            return false;
        }
    }
}
