package org.tutortimes.server.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.database.Database;

class AddressKeyTest {

    private static final String SECRET = "a secret of the operator's, long enough";

    @TempDir Path folder;

    @Test
    void keyOfTheFolderIsMadeOnceForItsOwnerAlone() throws IOException {
        Path data = folder.resolve("data");
        AddressKey made = AddressKey.of(null, data);
        Path file = data.resolve("address.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining("glob:**.new");
        AddressKey again = AddressKey.of(null, data);
        assertThat(again.id()).isEqualTo(made.id());
        assertThat(again.comparable("192.0.2.1")).isEqualTo(made.comparable("192.0.2.1"));
        assertThat(again.opened(made.sealed("192.0.2.1"))).contains("192.0.2.1");
        assertThat(AddressKey.of(null, folder.resolve("other")).id()).isNotEqualTo(made.id());
    }

    @Test
    void fileThatHoldsNoKeyIsToldAndLeftAlone() throws IOException {
        Path file = folder.resolve("address.key");
        Files.writeString(file, "c2hvcnQ=\n");
        assertThatThrownBy(() -> AddressKey.of(null, folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holds no key");
        assertThat(Files.readString(file)).isEqualTo("c2hvcnQ=\n");
    }

    @Test
    void onlyTheSameKeyComparesAndOpens() {
        AddressKey key = AddressKey.of(SECRET, folder);
        AddressKey other = AddressKey.of(SECRET + "!", folder);
        assertThat(key.comparable("192.0.2.1")).isNotEqualTo(other.comparable("192.0.2.1"));
        String sealed = key.sealed("2001:db8::1");
        assertThat(key.opened(sealed)).contains("2001:db8::1");
        assertThat(other.opened(sealed)).isEmpty();
        assertThat(key.opened("!")).isEmpty();
        assertThat(key.opened(sealed.substring(1))).isEmpty();
        assertThat(Files.exists(folder.resolve("address.key"))).isFalse();
    }

    @Test
    void addressesOfOneNetworkCompareAsOne() {
        AddressKey key = AddressKey.of(SECRET, folder);
        assertThat(key.comparable("2001:db8:0:1::1"))
                .isEqualTo(key.comparable("2001:db8:0:1:ffff::2"))
                .isNotEqualTo(key.comparable("2001:db8:0:2::1"));
        assertThat(key.comparable("::ffff:192.0.2.1"))
                .isEqualTo(key.comparable("192.0.2.1"))
                .isNotEqualTo(key.comparable("192.0.2.2"));
    }

    @Test
    void databaseOfAnotherKeyIsRefusedUntilItsAddressesAreGivenUp() {
        AddressKey key = AddressKey.of(SECRET, folder);
        AddressKey other = AddressKey.of(SECRET + "!", folder);
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("x.db"))) {
            StoredAddresses.claim(database, key);
            StoredAddresses.claim(database, key);
            assertThat(StoredAddresses.giveUp(database, key, Instant.EPOCH))
                    .contains("none was given up");
            StoredAddresses.claim(database, key);
            assertThatThrownBy(() -> StoredAddresses.claim(database, other))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("--give-up-addresses");
            assertThat(StoredAddresses.giveUp(database, other, Instant.EPOCH))
                    .contains("of 0 marking sessions");
            StoredAddresses.claim(database, other);
        }
    }

    @Test
    void keyThatIsMadeInPlaceOfALostOneDoesNotStay() {
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("x.db"))) {
            StoredAddresses.claim(database, AddressKey.of(SECRET, folder));
            AddressKey made = AddressKey.of(null, folder);
            assertThatThrownBy(() -> StoredAddresses.claim(database, made))
                    .isInstanceOf(StartFailure.class);
            assertThat(folder.resolve("address.key")).doesNotExist();
        }
    }
}
