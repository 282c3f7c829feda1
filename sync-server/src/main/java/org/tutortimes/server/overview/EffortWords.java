package org.tutortimes.server.overview;

import java.util.List;
import org.tutortimes.server.effort.Effort;
import org.tutortimes.server.effort.Spread;
import org.tutortimes.server.language.Words;

/// What marking takes, in words.
///
/// @param days of the period as they stand in addresses, such as `from=…&to=…`; empty for all time
record EffortWords(long unitId, String days, Words words) {

    private static final double SECONDS_PER_MINUTE = 60;

    UnitView.Effort view(Effort effort) {
        Spread usual = effort.students();
        return new UnitView.Effort(
                effort.tasks().stream().map(this::task).toList(),
                "/units/%d/reports?by=student%s"
                        .formatted(unitId, days.isEmpty() ? "" : "&" + days),
                usual == null
                        ? ""
                        : words.text(
                                "overview.students.usual",
                                words.duration(usual.medianSeconds()),
                                words.duration(usual.lowerSeconds()),
                                words.duration(usual.upperSeconds())),
                usual == null
                        ? List.of()
                        : effort.unusual().stream().map(each -> student(each, usual)).toList());
    }

    private UnitView.TaskEffort task(Effort.OfTask task) {
        long count = task.submissions();
        double minutes = count == 0 ? 0 : task.secondsOfSubmissions() / SECONDS_PER_MINUTE / count;
        Spread spread = task.perSubmission();
        Long target = task.targetMinutes();
        return new UnitView.TaskEffort(
                "task-" + task.taskDefinitionId(),
                task.abbreviation() + " " + task.name(),
                "/units/%d/sessions?task=%d%s"
                        .formatted(
                                unitId, task.taskDefinitionId(), days.isEmpty() ? "" : "&" + days),
                words.duration(task.seconds()),
                words.number(count),
                count == 0 ? "" : words.text("overview.minutes", minutes(minutes)),
                spread == null ? "" : spread(spread),
                target == null ? "" : words.text("overview.minutes", words.number(target)),
                target != null && minutes > target);
    }

    private String spread(Spread spread) {
        String lower = minutes(spread.lowerSeconds() / SECONDS_PER_MINUTE);
        String upper = minutes(spread.upperSeconds() / SECONDS_PER_MINUTE);
        return words.text("overview.minutes", lower.equals(upper) ? lower : lower + "–" + upper);
    }

    private UnitView.StudentEffort student(Effort.OfStudent student, Spread usual) {
        double times = (double) student.seconds() / Math.max(1, usual.medianSeconds());
        return new UnitView.StudentEffort(
                "student-" + student.studentId(),
                student.name(),
                words.duration(student.seconds()),
                words.text("overview.students.times", Math.round(10 * times) / 10.0));
    }

    private String minutes(double minutes) {
        return words.number(Math.round(minutes));
    }
}
