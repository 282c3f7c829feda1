package org.tutortimes.server.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tutortimes.server.directory.Named;
import org.tutortimes.server.directory.Person;

/// Whom a line of a list means. Nobody may have a role because a part of a line happens to be the
/// user name of somebody else: what does not fit together means nobody.
///
/// @param directory whom a text names
record TutorLine(Function<String, Named> directory) {

    /// The most cells that are looked up of a line; a list of people needs fewer.
    static final int MOST_CELLS = 10;

    /// What a line means.
    sealed interface Meaning {

        /// This person.
        record Of(Person person) implements Meaning {}

        /// Nobody in particular.
        ///
        /// @param usernames of those who may be meant
        record Wrong(Why why, List<String> usernames) implements Meaning {}
    }

    /// What can be wrong with a line.
    enum Why {
        NOBODY,
        SEVERAL,
        DIFFERENT,
        PART,
        CELLS
    }

    /// A part of a line, and whom it names.
    private record Part(String text, Set<Person> people) {}

    /// Of a line below a heading: whom the first of its names means that means anybody.
    ///
    /// @param names the surest first
    Meaning byHeading(List<String> names) {
        if (names.size() > MOST_CELLS) {
            return new Meaning.Wrong(Why.CELLS, List.of());
        }
        return names.stream()
                .map(name -> new Part(name, named(name)))
                .filter(part -> !part.people().isEmpty())
                .findFirst()
                .map(part -> together(List.of(part)))
                .orElseGet(() -> new Meaning.Wrong(Why.NOBODY, List.of()));
    }

    /// Of a line that no heading explains: a name as a whole, or in its first two cells whichever
    /// of them goes first, or several cells that each fit the same person.
    Meaning byItself(List<String> all) {
        List<String> cells = all.stream().filter(cell -> !cell.isBlank()).toList();
        if (cells.size() > MOST_CELLS) {
            return new Meaning.Wrong(Why.CELLS, List.of());
        }
        if (cells.size() > 2) {
            Part whole = whole(cells);
            if (!whole.people().isEmpty()) {
                return together(List.of(whole));
            }
        }
        List<Part> parts =
                cells.stream()
                        .map(cell -> new Part(cell, named(cell)))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (cells.size() > 1) {
            Part pair = pair(cells.get(0), cells.get(1));
            boolean others =
                    parts.subList(0, 2).stream().allMatch(part -> isOfOthers(part, pair.people()));
            if (!pair.people().isEmpty() && !others) {
                parts.subList(0, 2).clear();
            }
            if (!pair.people().isEmpty()) {
                parts.addFirst(pair);
            }
        }
        return together(parts);
    }

    private Part whole(List<String> cells) {
        String text = String.join(", ", cells);
        return new Part(text, allOf(text, String.join(" ", cells)));
    }

    private Part pair(String one, String other) {
        String text = one + ", " + other;
        return new Part(text, allOf(text, one + " " + other, other + " " + one));
    }

    private static boolean isOfOthers(Part part, Set<Person> people) {
        return !part.people().isEmpty() && part.people().stream().noneMatch(people::contains);
    }

    /// Whom all of the parts name that name anybody; the others must fit.
    private static Meaning together(List<Part> parts) {
        Set<Person> anybody = new LinkedHashSet<>();
        parts.forEach(part -> anybody.addAll(part.people()));
        Set<Person> common = new LinkedHashSet<>(anybody);
        parts.stream()
                .filter(part -> !part.people().isEmpty())
                .forEach(part -> common.retainAll(part.people()));
        if (common.size() != 1) {
            Why why =
                    anybody.isEmpty() ? Why.NOBODY : common.isEmpty() ? Why.DIFFERENT : Why.SEVERAL;
            return wrong(why, common.isEmpty() ? anybody : common);
        }
        Person person = common.iterator().next();
        return parts.stream()
                        .allMatch(part -> !part.people().isEmpty() || fits(part.text(), person))
                ? new Meaning.Of(person)
                : wrong(Why.PART, common);
    }

    private static Meaning wrong(Why why, Set<Person> people) {
        return new Meaning.Wrong(why, people.stream().map(Person::username).toList());
    }

    /// Whether a text that names nobody says nothing against somebody: one without letters, a part
    /// of their name, or an e-mail address that is made of their name.
    private static boolean fits(String text, Person person) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        return text.codePoints().noneMatch(Character::isLetter)
                || name.equalsIgnoreCase(person.username())
                || (!words(name).isEmpty() && words(person.name()).containsAll(words(name)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Whom a text names, also with the family name first, as in `Smith, Anna`.
    private Set<Person> named(String text) {
        Set<Person> people = exactly(text);
        int comma = text.indexOf(',');
        return people.isEmpty() && comma > 0 && comma == text.lastIndexOf(',')
                ? exactly(text.substring(comma + 1).strip() + " " + text.substring(0, comma))
                : people;
    }

    private Set<Person> exactly(String text) {
        return switch (directory.apply(text)) {
            case Named.One one -> Set.of(one.person());
            case Named.Several several -> new LinkedHashSet<>(several.people());
            case Named.Nobody _ -> Set.of();
        };
    }

    /// Whom any of some texts names.
    private Set<Person> allOf(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> exactly(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
