package org.tutortimes.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.tutortimes.server.OnBothDatabases;
import org.tutortimes.server.TestDatabase;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.database.Database;

@OnBothDatabases
class AuditLogTest {

    private static final Instant NOW = Instant.parse("2026-08-03T09:00:00Z");
    private static final Actor ADA = new Actor(4L, "ada", "192.0.2.7");

    @Parameter TestDatabase kind;
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(kind.migrated(folder));
        record(AuditEntry.added(Action.USER_ADDED, Subject.user(7), Map.of("username", "tia")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entryIsStoredWithWhoAndWhereAndWhat() {
        assertThat(rows("SELECT actor || ' ' || address || ' ' || action FROM audit_log"))
                .containsExactly("ada 192.0.2.7 user_added");
        assertThat(rows("SELECT state_after FROM audit_log"))
                .containsExactly("{\"username\":\"tia\"}");
    }

    @Test
    void entryIsNeitherChangedNorRemoved() {
        assertRefused("UPDATE audit_log SET actor = 'tom'");
        assertRefused("DELETE FROM audit_log");
        if (kind == TestDatabase.POSTGRESQL) {
            assertRefused("TRUNCATE audit_log");
        } else {
            assertRefused("INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log");
        }
        assertThat(rows("SELECT actor FROM audit_log")).containsExactly("ada");
    }

    @Test
    void entryIsLostWithTheChangeThatIsNotMade() {
        assertThatThrownBy(() ->
                        database.write(handle -> {
                            AuditLog.record(
                                    handle,
                                    NOW,
                                    ADA,
                                    AuditEntry.done(Action.PASSWORD_CHANGED, Subject.user(7)));
                            throw new IllegalArgumentException("the change fails");
                        }))
                .hasMessage("the change fails");
        assertThat(rows("SELECT action FROM audit_log")).containsExactly("user_added");
    }

    @Test
    void secretsAreRefused() {
        for (String field : List.of("password", "password_hash", "token_hash", "auth_token")) {
            AuditEntry entry =
                    AuditEntry.added(
                            Action.USER_ADDED,
                            Subject.user(8),
                            Map.of("users", List.of(Map.of(field, "secret"))));
            assertThatThrownBy(() -> record(entry)).hasMessageContaining(field);
        }
    }

    private void record(AuditEntry entry) {
        database.write(handle -> {
            AuditLog.record(handle, NOW, ADA, entry);
            return handle;
        });
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> database.write(handle -> handle.execute(sql)))
                .rootCause()
                .hasMessageContaining("audit_log is append-only");
    }

    private List<String> rows(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
