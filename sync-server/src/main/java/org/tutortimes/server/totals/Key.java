package org.tutortimes.server.totals;

import java.time.LocalDate;

/// What the sessions of a row have in common, in one dimension.
sealed interface Key {

    /// The id of a unit role, a task definition or a student.
    record OfRow(long id) implements Key {}

    /// No single student: a pile.
    record OfNobody() implements Key {}

    /// A day, week or month, by its first day.
    record OfTime(LocalDate firstDay) implements Key {}
}
