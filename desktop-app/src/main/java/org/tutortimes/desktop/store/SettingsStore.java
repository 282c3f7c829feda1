package org.tutortimes.desktop.store;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The program's settings on this computer, by name.
public final class SettingsStore {
    private final Jdbi jdbi;

    public SettingsStore(LocalDatabase database) {
        this.jdbi = database.jdbi();
    }

    public Optional<String> get(String name) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT value FROM settings WHERE name = :name")
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne());
    }

    public void put(String name, String value) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO settings (name, value) VALUES (:name, :value)
                                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                                """)
                        .bind("name", name)
                        .bind("value", value)
                        .execute());
    }

    public void remove(String name) {
        jdbi.useHandle(handle ->
                handle.createUpdate("DELETE FROM settings WHERE name = :name")
                        .bind("name", name)
                        .execute());
    }
}
