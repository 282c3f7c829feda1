package org.tutortimes.server.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.model.timer.SessionStatus;
import org.tutortimes.server.request.Period;

/// Which timer sessions of a unit a table shows.
///
/// @param unitRoleIds whose; null for everybody's
/// @param taskDefinitionId what was marked; null for anything
/// @param flagged null for those without a flag too
/// @param period in which they began
record TimerChoice(
        long unitId,
        @Nullable List<Long> unitRoleIds,
        @Nullable Long taskDefinitionId,
        @Nullable SessionStatus status,
        @Nullable Flagged flagged,
        boolean deletedToo,
        Period period) {

    /// Which flags a session has to bear.
    ///
    /// @param flag null for any
    record Flagged(@Nullable SessionFlag flag) {

        /// Names in the address; `true` means any.
        static final List<String> NAMES =
                Stream.concat(
                                Stream.of("true"),
                                Arrays.stream(SessionFlag.values()).map(Flagged::name))
                        .toList();

        static @Nullable Flagged named(@Nullable String name) {
            return name == null
                    ? null
                    : new Flagged(
                            name.equals("true")
                                    ? null
                                    : SessionFlag.valueOf(name.toUpperCase(Locale.ROOT)));
        }

        static String name(SessionFlag flag) {
            return flag.name().toLowerCase(Locale.ROOT);
        }
    }
}
