package org.tutortimes.desktop.tracking;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What a tutor can do about marking that was observed while no timer ran. Each answer comes when
/// it is done, or fails with a [NotRecorded] or a [org.tutortimes.desktop.store.StorageFailure].
public interface ObservedActions {

    /// Makes it timer sessions on the server, and fetches these.
    ///
    /// @param taskDefinitionId what was marked, where the server does not know it, or null
    CompletableFuture<Void> record(long markingSessionId, @Nullable Long taskDefinitionId);

    /// It was no marking: it is offered no more on this computer. Nothing is sent.
    CompletableFuture<Void> notMarking(long markingSessionId);
}
