package org.tutortimes.desktop.window;

import org.tutortimes.desktop.timer.Choice;

/// A choice in words.
final class ChoiceText {
    private static final String PILE = "Pile";

    private ChoiceText() {}

    /// `SIT221 1.2C Linked lists`.
    static String task(Choice choice) {
        return choice.unitCode() + "  " + choice.abbreviation() + " " + choice.taskName();
    }

    /// `Sam Lee` or `Pile`.
    static String who(Choice choice) {
        return choice.studentName() == null ? PILE : choice.studentName();
    }

    /// `1.2C · Sam Lee`, for where little room is.
    static String brief(Choice choice) {
        return choice.studentName() == null
                ? choice.abbreviation()
                : choice.abbreviation() + " · " + choice.studentName();
    }

    /// `SIT221 · 1.2C Linked lists · Sam Lee`, for the field that it was chosen in.
    static String full(Choice choice) {
        return "%s · %s %s · %s"
                .formatted(
                        choice.unitCode(), choice.abbreviation(), choice.taskName(), who(choice));
    }
}
