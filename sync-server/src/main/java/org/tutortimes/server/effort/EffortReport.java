package org.tutortimes.server.effort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.effort.Effort.OfStudent;
import org.tutortimes.server.effort.Effort.OfTask;
import org.tutortimes.server.effort.EffortStore.Definition;
import org.tutortimes.server.effort.EffortStore.Pile;
import org.tutortimes.server.effort.EffortStore.Single;
import org.tutortimes.server.effort.EffortStore.Student;
import org.tutortimes.server.effort.Spread.Weighted;
import org.tutortimes.server.report.Scope;
import org.tutortimes.server.request.Period;

/// Finds out what marking takes. Sessions count whole, where they began: what a submission took is
/// not cut at midnight.
public final class EffortReport {

    private static final int MOST_UNUSUAL = 5;

    private EffortReport() {}

    /// What marking took in a period. Who may see it is for the caller to ask.
    public static Effort read(Handle handle, Scope scope, Period period) {
        List<Single> singles = EffortStore.singles(handle, scope, period);
        List<Pile> piles = EffortStore.piles(handle, scope, period);
        List<OfTask> tasks =
                EffortStore.definitions(handle, scope.unitId()).stream()
                        .map(definition -> ofTask(definition, singles, piles))
                        .filter(task -> task.seconds() > 0)
                        .sorted(Comparator.comparingLong(OfTask::seconds).reversed())
                        .toList();
        Map<Long, Long> byStudent = new HashMap<>();
        singles.forEach(each -> byStudent.merge(each.studentId(), each.seconds(), Long::sum));
        Spread students = spread(byStudent.values().stream().map(EffortReport::once).toList());
        return new Effort(tasks, students, unusual(handle, byStudent, students));
    }

    private static OfTask ofTask(Definition definition, List<Single> singles, List<Pile> piles) {
        List<Weighted> submissions = new ArrayList<>();
        long seconds = 0;
        for (Single single : singles) {
            if (single.taskDefinitionId() == definition.id()) {
                seconds += single.seconds();
                submissions.add(once(single.seconds()));
            }
        }
        for (Pile pile : piles) {
            if (pile.taskDefinitionId() == definition.id()) {
                seconds += pile.seconds();
                Long count = pile.submissions();
                if (count != null && count > 0) {
                    submissions.add(new Weighted(pile.seconds() / count, count));
                }
            }
        }
        return new OfTask(
                definition.id(),
                definition.abbreviation(),
                definition.name(),
                definition.targetMinutes(),
                seconds,
                submissions.stream().mapToLong(Weighted::weight).sum(),
                submissions.stream().mapToLong(each -> each.seconds() * each.weight()).sum(),
                spread(submissions));
    }

    private static List<OfStudent> unusual(
            Handle handle, Map<Long, Long> byStudent, @Nullable Spread usual) {
        if (usual == null) {
            return List.of();
        }
        List<Long> ids =
                byStudent.entrySet().stream()
                        .filter(each -> usual.isUnusuallyLong(each.getValue()))
                        .sorted(Map.Entry.<Long, Long>comparingByValue().reversed())
                        .limit(MOST_UNUSUAL)
                        .map(Map.Entry::getKey)
                        .toList();
        Map<Long, String> names =
                EffortStore.students(handle, ids).stream()
                        .collect(Collectors.toMap(Student::id, Student::name));
        return ids.stream()
                .map(id ->
                        new OfStudent(
                                id,
                                Objects.requireNonNull(names.get(id)),
                                Objects.requireNonNull(byStudent.get(id))))
                .toList();
    }

    private static @Nullable Spread spread(List<Weighted> durations) {
        return Spread.of(durations).orElse(null);
    }

    private static Weighted once(long seconds) {
        return new Weighted(seconds, 1);
    }
}
