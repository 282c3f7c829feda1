package org.tutortimes.server.totals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the sessions of a row have in common, for people to read.
public sealed interface Heading {

    /// Somebody or something with a name.
    ///
    /// @param id of the unit role, the task definition or the student
    /// @param username of a person, which tells namesakes apart; null for a task
    record Named(long id, String name, @Nullable String username) implements Heading {}

    /// No single student: piles.
    record Piles() implements Heading {}

    /// A day, week or month, by its first day.
    record From(LocalDate firstDay) implements Heading {}
}
