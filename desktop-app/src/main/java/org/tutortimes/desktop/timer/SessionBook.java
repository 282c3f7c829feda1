package org.tutortimes.desktop.timer;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.journal.SessionRecord;
import org.tutortimes.model.replay.ReplayedSession;
import org.tutortimes.model.replay.TimerSession;
import org.tutortimes.model.timer.SessionStatus;

/// The sessions that are shown, in memory: this week's, and those that overlap them. One thread.
final class SessionBook {
    private final Map<UUID, SessionRecord> records = new HashMap<>();
    private final Map<UUID, TimerSession> sessions = new HashMap<>();

    /// Starts again with these.
    void load(Collection<SessionRecord> loaded) {
        records.clear();
        sessions.clear();
        loaded.forEach(record -> records.put(record.id(), record));
        loaded.stream()
                .map(record -> record.replay().unitRoleId())
                .collect(Collectors.toSet())
                .forEach(this::recount);
    }

    /// Takes these in; whatever else belongs to the same unit role is looked at again.
    void put(Collection<SessionRecord> changed) {
        changed.forEach(record -> records.put(record.id(), record));
        changed.stream()
                .map(record -> record.replay().unitRoleId())
                .collect(Collectors.toSet())
                .forEach(this::recount);
    }

    private void recount(long unitRole) {
        List<ReplayedSession> replays =
                records.values().stream()
                        .map(SessionRecord::replay)
                        .filter(replay -> replay.unitRoleId() == unitRole)
                        .toList();
        TimerSession.ofUnitRole(replays).forEach(session -> sessions.put(session.id(), session));
    }

    @Nullable SessionRecord record(UUID id) {
        return records.get(id);
    }

    @Nullable TimerSession session(UUID id) {
        return sessions.get(id);
    }

    Collection<TimerSession> sessions() {
        return sessions.values();
    }

    @Nullable Instant latestTime(UUID id) {
        SessionRecord record = records.get(id);
        return record == null ? null : record.replay().latestEffectiveTime();
    }

    /// The session that runs on some computer, or else the one that was paused last.
    Optional<SessionRecord> current() {
        return records.values().stream()
                .filter(SessionRecord::unfinished)
                .max(
                        Comparator.<SessionRecord, Boolean>comparing(this::isActive)
                                .thenComparing(record -> record.replay().latestEffectiveTime())
                                .thenComparing(record -> record.id().toString()));
    }

    /// The session of the same unit role that was started later and runs, if there is one.
    Optional<TimerSession> successorOf(UUID id) {
        TimerSession mine = sessions.get(id);
        if (mine == null || mine.status() == SessionStatus.ACTIVE) {
            return Optional.empty();
        }
        return sessions.values().stream()
                .filter(other -> other.status() == SessionStatus.ACTIVE)
                .filter(other -> other.replayed().unitRoleId() == mine.replayed().unitRoleId())
                .findFirst();
    }

    private boolean isActive(SessionRecord record) {
        return Objects.requireNonNull(sessions.get(record.id())).status() == SessionStatus.ACTIVE;
    }
}
