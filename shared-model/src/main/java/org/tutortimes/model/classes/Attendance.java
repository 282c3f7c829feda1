package org.tutortimes.model.classes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is there. Pure: lists in, lists out, in the order in which students joined.
///
/// Source: design, classes, behaviour.
public final class Attendance {

    /// How often a student's page says that it is there.
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /// From this much silence on a student counts as gone.
    public static final Duration SILENCE = Duration.ofSeconds(25);

    private Attendance() {}

    /// What was last heard of a student.
    ///
    /// @param leaving whether they said that they go
    public record Sign(Instant at, boolean leaving) {}

    /// Adds a student, or connects them again where they joined before.
    ///
    /// @param now to the millisecond
    public static List<Participant> joined(
            List<Participant> participants, long studentId, Instant now) {
        List<Participant> after = new ArrayList<>(participants);
        for (int index = 0; index < after.size(); index++) {
            Participant known = after.get(index);
            if (known.studentId() == studentId) {
                after.set(index, known.seen(ConnectionStatus.CONNECTED, now));
                return after;
            }
        }
        after.add(new Participant(studentId, null, now, ConnectionStatus.CONNECTED, now));
        return after;
    }

    /// The participants after what was heard of them, and with those as disconnected who have been
    /// silent for too long. Signs of others are passed over, and those from before what is known.
    ///
    /// @param signs by student, the last one of each
    public static List<Participant> at(
            List<Participant> participants, Map<Long, Sign> signs, Instant now) {
        return participants.stream()
                .map(each -> heard(each, signs.get(each.studentId())))
                .map(each -> isSilent(each, now) ? disconnected(each) : each)
                .toList();
    }

    /// Everybody as disconnected, for a class session that is over.
    public static List<Participant> ended(List<Participant> participants) {
        return participants.stream().map(Attendance::disconnected).toList();
    }

    /// When the next of them counts as gone if nothing is heard until then; empty where nobody is
    /// connected.
    public static Optional<Instant> nextSilence(List<Participant> participants) {
        return participants.stream()
                .filter(each -> each.connectionStatus() == ConnectionStatus.CONNECTED)
                .map(each -> each.lastActivity().plus(SILENCE))
                .min(Instant::compareTo);
    }

    private static Participant heard(Participant participant, @Nullable Sign sign) {
        if (sign == null || isOvertaken(sign, participant)) {
            return participant;
        }
        return participant.seen(
                sign.leaving() ? ConnectionStatus.DISCONNECTED : ConnectionStatus.CONNECTED,
                sign.at());
    }

    /// Signs are gathered for a moment: a student who leaves and comes back, as a page that is
    /// loaded again does, may have joined again before their leaving is looked at. A sign from far
    /// before is of a clock that has been set back since.
    private static boolean isOvertaken(Sign sign, Participant participant) {
        Duration before = Duration.between(sign.at(), participant.lastActivity());
        return before.isPositive() && before.compareTo(SILENCE) < 0;
    }

    /// A time that lies far ahead is that of a clock which has been set back since: it proves
    /// nothing.
    private static boolean isSilent(Participant participant, Instant now) {
        return Duration.between(participant.lastActivity(), now).abs().compareTo(SILENCE) >= 0;
    }

    private static Participant disconnected(Participant participant) {
        return participant.seen(ConnectionStatus.DISCONNECTED, participant.lastActivity());
    }
}
