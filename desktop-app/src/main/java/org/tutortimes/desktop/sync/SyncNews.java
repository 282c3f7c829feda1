package org.tutortimes.desktop.sync;

import java.util.Set;
import java.util.UUID;

/// Whom the synchronisation tells what it brought; on its own thread.
public interface SyncNews {

    void status(SyncStatus status);

    /// Events of these sessions were confirmed, or came.
    void learned(Set<UUID> sessions);

    /// What can be marked has changed for the account.
    void referenceChanged(String account);

    /// Something that the tutor must be told once.
    void notice(String sentence);
}
