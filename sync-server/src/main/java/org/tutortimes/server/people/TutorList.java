package org.tutortimes.server.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tutortimes.server.directory.Named;
import org.tutortimes.server.directory.Person;
import org.tutortimes.server.request.PastedTable;

/// Tutors as somebody wrote them down: one a line, or a CSV file of which some columns name them.
///
/// @param entries whom each line means
/// @param faults of every line in which not exactly one person was found
record TutorList(List<Entry> entries, List<Fault> faults) {

    /// The most lines that are looked up at once; a unit has fewer tutors.
    static final int MOST_LINES = 1_000;

    private static final int LONGEST_TEXT = 200;

    /// A line and whom it means.
    record Entry(long line, Person person) {}

    /// A line that names nobody, or nobody in particular.
    ///
    /// @param text what it calls them
    /// @param usernames of those who may be meant
    record Fault(long line, TutorLine.Why why, String text, List<String> usernames) {}

    /// Ids of those whom the list means, each once.
    List<Long> found() {
        return entries.stream().map(entry -> entry.person().id()).distinct().toList();
    }

    /// Whether it is longer than what is looked up.
    static boolean isTooLong(String text) {
        return PastedTable.lines(text).size() > MOST_LINES;
    }

    /// What names somebody, the surest first.
    private static final List<Set<String>> HEADINGS =
            List.of(
                    Set.of(
                            "username",
                            "user name",
                            "user",
                            "login",
                            "benutzername",
                            "benutzerkennung",
                            "anmeldename",
                            "kennung"),
                    Set.of(
                            "email",
                            "e-mail",
                            "mail",
                            "email address",
                            "e-mail address",
                            "e-mail-adresse",
                            "emailadresse"),
                    Set.of(
                            "name",
                            "full name",
                            "tutor",
                            "person",
                            "vollständiger name",
                            "vor- und nachname"));

    private static final Set<String> GIVEN =
            Set.of("first name", "firstname", "given name", "vorname");
    private static final Set<String> FAMILY =
            Set.of("last name", "lastname", "surname", "family name", "nachname", "familienname");

    /// Reads a text.
    ///
    /// @param directory whom a text names
    static TutorList read(String text, Function<String, Named> directory) {
        List<PastedTable.Line> lines = PastedTable.lines(text);
        List<List<Integer>> columns = lines.isEmpty() ? List.of() : columns(lines.getFirst());
        Map<String, Named> known = new HashMap<>();
        TutorLine reading = new TutorLine(name -> known.computeIfAbsent(name.strip(), directory));
        List<Entry> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (PastedTable.Line line : lines.subList(columns.isEmpty() ? 0 : 1, lines.size())) {
            List<String> names = columns.isEmpty() ? line.cells() : names(line, columns);
            switch (columns.isEmpty() ? reading.byItself(names) : reading.byHeading(names)) {
                case TutorLine.Meaning.Of of -> found.add(new Entry(line.number(), of.person()));
                case TutorLine.Meaning.Wrong wrong ->
                        faults.add(
                                new Fault(
                                        line.number(),
                                        wrong.why(),
                                        text(wrong.why(), line, names),
                                        wrong.usernames()));
            }
        }
        return new TutorList(List.copyOf(found), List.copyOf(faults));
    }

    private static String text(TutorLine.Why why, PastedTable.Line line, List<String> names) {
        String text =
                why == TutorLine.Why.SEVERAL
                        ? names.stream().filter(name -> !name.isBlank()).findFirst().orElse("")
                        : String.join(", ", line.cells());
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /// The columns that name somebody, the surest first; several together are one name. None where
    /// the line is no heading.
    private static List<List<Integer>> columns(PastedTable.Line heading) {
        List<List<Integer>> columns = new ArrayList<>();
        for (Set<String> words : HEADINGS) {
            columns.addAll(positions(heading, words).stream().map(List::of).toList());
        }
        List<Integer> given = positions(heading, GIVEN);
        List<Integer> family = positions(heading, FAMILY);
        if (!given.isEmpty() && !family.isEmpty()) {
            columns.add(List.of(given.getFirst(), family.getFirst()));
        }
        return columns;
    }

    private static List<Integer> positions(PastedTable.Line heading, Set<String> words) {
        List<Integer> positions = new ArrayList<>();
        for (int index = 0; index < heading.cells().size(); index++) {
            if (words.contains(heading.cells().get(index).toLowerCase(Locale.ROOT))) {
                positions.add(index);
            }
        }
        return positions;
    }

    private static List<String> names(PastedTable.Line line, List<List<Integer>> columns) {
        List<String> names = new ArrayList<>();
        for (List<Integer> together : columns) {
            List<String> parts =
                    together.stream()
                            .filter(index -> index < line.cells().size())
                            .map(index -> line.cells().get(index))
                            .toList();
            names.add(String.join(" ", parts));
        }
        return names;
    }
}
