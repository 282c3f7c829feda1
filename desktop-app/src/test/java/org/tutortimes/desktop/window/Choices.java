package org.tutortimes.desktop.window;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.ChoiceSearch;
import org.tutortimes.model.timer.MarkingTarget;

/// Choices for tests, and a search over any list of them.
public final class Choices {
    public static final Choice LINKED_LISTS = pile(12, "1.2C", "Linked lists");
    public static final Choice ARRAYS = pile(11, "1.1P", "Arrays");
    public static final Choice SAM = student(51, "1.2C", "Linked lists", "Sam Lee");
    public static final Choice ADA = student(52, "1.2C", "Linked lists", "Ada Nguyen");

    private Choices() {}

    public static Choice pile(long id, String abbreviation, String name) {
        return choice(new MarkingTarget.Pile(id), abbreviation, name, null);
    }

    public static Choice student(long id, String abbreviation, String name, String student) {
        return choice(new MarkingTarget.OneTask(id), abbreviation, name, student);
    }

    private static Choice choice(
            MarkingTarget target, String abbreviation, String name, @Nullable String student) {
        return new Choice(7, "SIT221", target, abbreviation, name, student);
    }

    /// Every typed word must be somewhere in the choice.
    public static ChoiceSearch searchOver(List<Choice> all) {
        return (typed, limit) ->
                all.stream().filter(choice -> fits(choice, typed)).limit(limit).toList();
    }

    private static boolean fits(Choice choice, String typed) {
        String text = ChoiceText.full(choice).toLowerCase(Locale.ROOT);
        return Stream.of(typed.toLowerCase(Locale.ROOT).strip().split(" +", -1))
                .allMatch(text::contains);
    }
}
