package org.tutortimes.server.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.pages.PeriodLink;

/// The page of a unit's two records, the timer and what was observed, as its template writes it:
/// every text is final.
///
/// @param whole whether it shows everybody's records rather than the reader's own
/// @param unrecorded numbers and their units in turn, such as 3, h, 20, min
/// @param notice what was just done, or null
/// @param sharing null for who may not see it
public record RecordsView(
        long id,
        String code,
        String name,
        boolean whole,
        String zoneNote,
        String period,
        List<PeriodLink> periods,
        List<String> unrecorded,
        String withActivity,
        String withoutActivity,
        List<Day> days,
        List<Observed> observed,
        List<Silent> silent,
        List<Choice> taskDefinitions,
        @Nullable Notice notice,
        @Nullable List<Shared> sharing) {
    public RecordsView {
        periods = List.copyOf(periods);
        unrecorded = List.copyOf(unrecorded);
        days = List.copyOf(days);
        observed = List.copyOf(observed);
        silent = List.copyOf(silent);
        taskDefinitions = List.copyOf(taskDefinitions);
    }

    /// One tutor's day.
    ///
    /// @param bar widths in percent of the widest day: with activity, without, unrecorded
    public record Day(
            String day,
            String tutor,
            String withActivity,
            String withoutActivity,
            String unrecorded,
            List<Double> bar) {
        public Day {
            bar = List.copyOf(bar);
        }
    }

    /// What of a marking session no timer recorded.
    ///
    /// @param own whether it is the reader's, who may record it
    /// @param goesOn whether it may go on still, so that it is too early to record it
    /// @param what which task definitions it was about; empty where that is not known
    public record Observed(
            long markingSessionId,
            boolean own,
            boolean goesOn,
            String when,
            String tutor,
            String what,
            boolean duringTutorial,
            String duration) {}

    /// A stretch in which the timer ran and nothing was observed.
    ///
    /// @param own whether the reader may take it off
    public record Silent(
            String tutorTimeId,
            boolean own,
            String when,
            String tutor,
            String start,
            String end,
            String duration) {}

    public record Choice(long id, String abbreviation) {}

    /// What was done, and how it is undone.
    ///
    /// @param undo the address that undoes it; empty where that was done
    /// @param fields what is sent there, names and values in turn
    public record Notice(String sentence, String undo, List<String> fields) {
        public Notice {
            fields = List.copyOf(fields);
        }
    }

    /// Where one account was active from two addresses at once.
    public record Shared(String when, String tutor, String duration, String sessions) {}
}
