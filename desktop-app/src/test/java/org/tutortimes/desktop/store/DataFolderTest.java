package org.tutortimes.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path folder;

    @Test
    void aSecondStartBringsTheFirstToTheFront() {
        AtomicInteger shown = new AtomicInteger();
        try (DataFolder first = DataFolder.claim(folder)) {
            first.onSecondStart(shown::incrementAndGet);

            assertThatThrownBy(() -> DataFolder.claim(folder))
                    .isInstanceOf(AlreadyRunning.class)
                    .hasMessageContaining("in front now");
            assertThat(shown).hasValue(1);
        }
    }

    @Test
    void whoDoesNotKnowTheSecretIsSentAway() throws IOException {
        AtomicInteger shown = new AtomicInteger();
        try (DataFolder first = DataFolder.claim(folder)) {
            first.onSecondStart(shown::incrementAndGet);
            String address = Files.readString(folder.resolve("desktop.lock"));
            int port = Integer.parseInt(address.substring(0, address.indexOf(' ')));
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream()
                        .write("x".repeat(64).getBytes(StandardCharsets.US_ASCII));
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(shown).hasValue(0);
            assertThatThrownBy(() -> DataFolder.claim(folder)).isInstanceOf(AlreadyRunning.class);
        }
    }

    @Test
    void anOrderlyEndLeavesNoTraceAndAKilledRunDoes() throws IOException {
        DataFolder.claim(folder).close();
        try (DataFolder second = DataFolder.claim(folder)) {
            assertThat(second.endedBadly()).isFalse();
        }
        Files.writeString(folder.resolve("desktop.lock"), "4711 whatever");
        try (DataFolder third = DataFolder.claim(folder)) {
            assertThat(third.endedBadly()).isTrue();
        }
    }

    @Test
    void damageThatWasSeenIsLookedForAtTheNextStart() {
        DataFolder first = DataFolder.claim(folder);
        first.lookForDamageNextTime();
        first.close();
        try (DataFolder second = DataFolder.claim(folder)) {
            assertThat(second.endedBadly()).isTrue();
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.claim(file.resolve("data")))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("file");
    }
}
