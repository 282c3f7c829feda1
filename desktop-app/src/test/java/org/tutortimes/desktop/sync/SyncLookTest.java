package org.tutortimes.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.sync.SyncStatus.State;

class SyncLookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:41:00Z");
    private final TimeText times = new TimeText(ZoneOffset.UTC, InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SENDING       | 0 | Syncing
                    SENDING       | 1 | Sending 1 event
                    OFFLINE       | 0 | No network. Nothing waits to be sent.
                    OFFLINE       | 1 | 1 event waits for the network. It is safe on this computer.
                    OFFLINE       | 3 | 3 events wait for the network. They are safe on this computer.
                    SIGN_IN_NEEDED| 0 | Sign in to sync. Recording goes on.
                    UPDATE_NEEDED | 2 | Update Tutor Times to sync. Recording goes on. 2 events wait, safe on this computer.
                    TROUBLE       | 0 | The server cannot sync right now.
                    """)
    void everyStateIsASentence(State state, int waiting, String sentence) {
        SyncStatus status = new SyncStatus(state, waiting, null, null, List.of());
        assertThat(SyncLook.of(status, times).sentence()).isEqualTo(sentence);
    }

    @Test
    void syncedSaysWhen() {
        SyncStatus status = new SyncStatus(State.SYNCED, 0, NOW, null, List.of());
        assertThat(SyncLook.of(status, times).sentence()).isEqualTo("Synced 13:41");
    }
}
