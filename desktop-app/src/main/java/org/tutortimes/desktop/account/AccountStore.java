package org.tutortimes.desktop.account;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.store.LocalDatabase;

/// Who has signed in on this computer, and how far each has come with the server.
public final class AccountStore {
    private static final String CURRENT = "current_account";
    private static final String SERVER = "server";

    private final Jdbi jdbi;

    public AccountStore(LocalDatabase database) {
        this.jdbi = database.jdbi();
    }

    /// How far an account has come.
    ///
    /// @param since up to where it has the server's events
    /// @param reference the revision of its reference data, or null
    /// @param lastSynced when nothing waited any more, or null
    public record Progress(long since, @Nullable String reference, @Nullable Instant lastSynced) {}

    /// The account in use; it stays so without a network and without a token.
    public Optional<Account> current() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT account_id, server, user_id, username, accounts.name
                                FROM accounts JOIN settings ON settings.value = account_id
                                WHERE settings.name = :current
                                """)
                        .bind("current", CURRENT)
                        .map((row, _) ->
                                new Account(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5)))
                        .findOne());
    }

    /// Where somebody signed in last.
    public Optional<String> lastServer() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT value FROM settings WHERE name = :server")
                        .bind("server", SERVER)
                        .mapTo(String.class)
                        .findOne());
    }

    /// Makes it the account in use, and its server the last one.
    public void use(Account account) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO accounts
                                (account_id, server, user_id, username, name)
                            VALUES (:id, :server, :userId, :username, :name)
                            ON CONFLICT (account_id) DO UPDATE SET
                                username = excluded.username, name = excluded.name
                            """)
                    .bindMethods(account)
                    .execute();
            handle.createUpdate(
                            """
                            INSERT INTO settings (name, value)
                            VALUES (:current, :id), (:last, :server)
                            ON CONFLICT (name) DO UPDATE SET value = excluded.value
                            """)
                    .bind("current", CURRENT)
                    .bind("id", account.id())
                    .bind("last", SERVER)
                    .bind("server", account.server())
                    .execute();
        });
    }

    /// Nobody is signed in any more; what was recorded stays.
    public void useNone() {
        jdbi.useHandle(handle ->
                handle.createUpdate("DELETE FROM settings WHERE name = :current")
                        .bind("current", CURRENT)
                        .execute());
    }

    public Progress progress(String account) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT since, reference_revision, last_synced_ms
                                FROM accounts WHERE account_id = :account
                                """)
                        .bind("account", account)
                        .map((row, _) ->
                                new Progress(
                                        row.getLong(1),
                                        row.getString(2),
                                        instant((Number) row.getObject(3))))
                        .one());
    }

    /// The server's events up to there are in the journal; inside the transaction that put them.
    public void came(Handle handle, String account, long since) {
        handle.createUpdate("UPDATE accounts SET since = :since WHERE account_id = :account")
                .bind("account", account)
                .bind("since", since)
                .execute();
    }

    public void synced(String account, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE accounts SET last_synced_ms = :at
                                WHERE account_id = :account
                                """)
                        .bind("account", account)
                        .bind("at", at.toEpochMilli())
                        .execute());
    }

    private static @Nullable Instant instant(@Nullable Number millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
    }
}
