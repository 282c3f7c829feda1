package org.tutortimes.server.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.pages.Clock;
import org.tutortimes.server.pages.PeriodLink;

/// A unit's page as its templates write it: every text is final.
///
/// @param whole whether it shows everybody's time rather than the reader's own
/// @param nowMillis the server's time, from which running figures count on
public record UnitView(
        long id,
        String code,
        String name,
        boolean whole,
        String zoneNote,
        String printedOn,
        long nowMillis,
        String stream,
        List<PeriodLink> periods,
        Headline headline,
        Picture picture,
        Attention attention,
        List<Marker> markers,
        Tutors tutors,
        Effort effort,
        List<Line> latest) {
    public UnitView {
        periods = List.copyOf(periods);
        markers = List.copyOf(markers);
        latest = List.copyOf(latest);
    }

    /// The one figure.
    ///
    /// @param total numbers and their units in turn, such as 12, h, 20, min
    public record Headline(
            String label,
            List<String> total,
            @Nullable Clock running,
            String runningWords,
            @Nullable String paused,
            String thisWeek,
            String lastWeek,
            @Nullable Budget budget,
            @Nullable Forecast forecast) {
        public Headline {
            total = List.copyOf(total);
        }
    }

    /// How much of the unit's budget is used.
    ///
    /// @param percentShown at most 100
    public record Budget(String used, String left, int percentShown, boolean over) {}

    /// Where the total goes.
    ///
    /// @param over whether that is over the budget
    public record Forecast(String words, String basis, boolean over) {}

    /// The picture and its numbers.
    ///
    /// @param nothing what is said where there is nothing to draw
    /// @param empty nothing to draw
    public record Picture(
            String question,
            String answer,
            String cell,
            String nothing,
            boolean empty,
            List<Bar> bars) {
        public Picture {
            bars = List.copyOf(bars);
        }
    }

    /// One day or week of the picture.
    ///
    /// @param soFar whether it is the day or week that goes on
    public record Bar(
            String label, String words, String from, long seconds, String text, boolean soFar) {}

    /// Somebody who marks now, or paused a short while ago.
    ///
    /// @param state `running`, `paused` or `silent`, where the computer was not heard of for long
    /// @param clock counts on where it runs; null where the time is known only up to a moment
    /// @param time so far, where no clock runs
    public record Marker(
            String key,
            String tutor,
            String task,
            String state,
            String since,
            @Nullable Clock clock,
            String time) {}

    /// What somebody should look at, each in a sentence.
    ///
    /// @param since in words: what is older is not looked at
    public record Attention(String since, List<Notice> notices, @Nullable String more) {
        public Attention {
            notices = List.copyOf(notices);
        }
    }

    /// Something odd.
    ///
    /// @param address where one sees it; null for nowhere
    public record Notice(String key, String words, String detail, @Nullable String address) {}

    /// What marking takes, by task and for whom.
    ///
    /// @param allStudents the address of all students' time
    /// @param usual what a student's work usually takes; empty where too few were marked
    public record Effort(
            List<TaskEffort> tasks, String allStudents, String usual, List<StudentEffort> unusual) {
        public Effort {
            tasks = List.copyOf(tasks);
            unusual = List.copyOf(unusual);
        }
    }

    /// Whose work takes far more than is usual, and how many times that.
    public record StudentEffort(String key, String name, String time, String times) {}

    /// What a task takes.
    ///
    /// @param each what a submission takes in the mean; empty where nobody counted any
    /// @param spread of the middle half; empty where there are too few
    /// @param target what it should take; empty where nobody said
    public record TaskEffort(
            String key,
            String task,
            String address,
            String time,
            String submissions,
            String each,
            String spread,
            String target,
            boolean over) {}

    /// The table of people.
    ///
    /// @param withThisWeek whether this week has a column of its own
    public record Tutors(
            String title,
            String column,
            boolean withThisWeek,
            List<Tutor> rows,
            @Nullable Tutor sum) {
        public Tutors {
            rows = List.copyOf(rows);
        }
    }

    public record Tutor(
            String key,
            String name,
            boolean convenor,
            boolean marking,
            String thisWeek,
            String time,
            String sessions,
            String submissions,
            int percent,
            String lastActive) {}

    /// A session in the list.
    ///
    /// @param completed or else paused
    public record Line(
            String key,
            String when,
            String tutor,
            String task,
            String duration,
            boolean completed,
            boolean manual,
            List<String> flags) {
        public Line {
            flags = List.copyOf(flags);
        }
    }
}
