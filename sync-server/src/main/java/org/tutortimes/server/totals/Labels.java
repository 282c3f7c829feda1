package org.tutortimes.server.totals;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// How the keys of one dimension read, and in what order they come: names by the alphabet, time as
/// it passes, and piles after all students.
record Labels(Dimension dimension, Map<Key, Label> byKey) {

    /// @param shown the value in the answer
    /// @param name by which it is ordered, then by id
    record Label(@Nullable Object shown, String name, long id) {

        /// What people read.
        Heading.Named heading(long rowId) {
            return switch (shown) {
                case LabelStore.Task task ->
                        new Heading.Named(rowId, task.abbreviation() + " " + task.name(), null);
                case LabelStore.Tutor tutor -> new Heading.Named(rowId, name, tutor.username());
                case LabelStore.Student student ->
                        new Heading.Named(rowId, name, student.username());
                case null, default -> new Heading.Named(rowId, name, null);
            };
        }
    }

    private static final Comparator<Label> BY_NAME =
            Comparator.comparing(Label::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparingLong(Label::id);

    private static final String AFTER_ALL_NAMES = "\uffff";

    Labels {
        byKey = Map.copyOf(byKey);
    }

    static Labels of(Handle handle, long unitId, Dimension dimension, List<Key> keys) {
        List<Key> different = keys.stream().distinct().toList();
        List<Long> ids =
                different.stream()
                        .filter(Key.OfRow.class::isInstance)
                        .map(key -> ((Key.OfRow) key).id())
                        .toList();
        Map<Long, Label> named =
                dimension == Dimension.TUTOR
                        ? tutors(handle, unitId)
                        : named(handle, dimension, ids);
        Map<Key, Label> byKey = new HashMap<>();
        for (Key key : different) {
            byKey.put(
                    key,
                    switch (key) {
                        case Key.OfRow(long id) -> Objects.requireNonNull(named.get(id));
                        case Key.OfNobody() -> new Label(null, AFTER_ALL_NAMES, 0);
                        case Key.OfTime(var firstDay) ->
                                new Label(
                                        dimension.cellSize().text(firstDay),
                                        "",
                                        firstDay.toEpochDay());
                    });
        }
        return new Labels(dimension, byKey);
    }

    private static Map<Long, Label> tutors(Handle handle, long unitId) {
        return LabelStore.tutors(handle, unitId).stream()
                .collect(
                        Collectors.toMap(
                                LabelStore.Tutor::unitRoleId,
                                each -> new Label(each, each.name(), each.unitRoleId())));
    }

    private static Map<Long, Label> named(Handle handle, Dimension dimension, List<Long> ids) {
        return switch (dimension) {
            case TASK ->
                    LabelStore.tasks(handle, ids).stream()
                            .collect(
                                    Collectors.toMap(
                                            LabelStore.Task::taskDefinitionId,
                                            each ->
                                                    new Label(
                                                            each,
                                                            each.abbreviation(),
                                                            each.taskDefinitionId())));
            case STUDENT ->
                    LabelStore.students(handle, ids).stream()
                            .collect(
                                    Collectors.toMap(
                                            LabelStore.Student::id,
                                            each -> new Label(each, each.name(), each.id())));
            case TUTOR, DAY, WEEK, MONTH -> Map.of();
        };
    }

    Heading heading(Key key) {
        return switch (key) {
            case Key.OfRow(long id) -> of(key).heading(id);
            case Key.OfNobody() -> new Heading.Piles();
            case Key.OfTime(var firstDay) -> new Heading.From(firstDay);
        };
    }

    Label of(Key key) {
        return Objects.requireNonNull(byKey.get(key));
    }

    /// Rows by their first dimension, then by the second.
    static Comparator<List<Key>> order(List<Labels> labels) {
        Comparator<List<Key>> order = (_, _) -> 0;
        for (int place = 0; place < labels.size(); place++) {
            int chosen = place;
            order = order.thenComparing(keys -> labels.get(chosen).of(keys.get(chosen)), BY_NAME);
        }
        return order;
    }
}
