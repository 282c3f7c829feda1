package org.tutortimes.server.roles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tutortimes.server.TestServer;
import org.tutortimes.server.TestServer.Answer;
import org.tutortimes.server.VirtualClock;

/// Everybody's answers to every question.
final class RoleTable {

    private static final String INTRODUCTION =
            """
            # Who may do what

            Every request of the API, asked by everybody about everything. The figures are the
            statuses that the server answers; a test asks them all on each build, on both databases,
            and fails where this page says something else.

            | status | means |
            | --- | --- |
            | 200, 201, 204 | done |
            | 401 | sign in first |
            | 403 | one sees it, and may not do this with it |
            | 404 | there is no such thing, or one may not see it: both answer exactly alike |
            | 409, 422 | one may, but not in the state that it is in |

            The paths of OnTrack's clients (`inbox`, `task_def_id`, `marking_sessions` of a unit and
            `csv`) answer 403 also to those who have no role in the unit, as OnTrack does. What
            clients report of somebody who does not mark in the unit is answered with 200, and
            nothing of it is recorded.

            """;

    private final Map<Question, Map<Person, Answer>> answers = new LinkedHashMap<>();

    static RoleTable of(TestServer server, VirtualClock clock) {
        RoleTable table = new RoleTable();
        for (Question question : Questions.all()) {
            World world = null;
            for (Person person : Person.values()) {
                if (world == null) {
                    world = new World(server, clock);
                    question.before().accept(world);
                }
                Answer answer = question.askedBy(person, world);
                table.answers
                        .computeIfAbsent(question, _ -> new EnumMap<>(Person.class))
                        .put(person, answer);
                if (answer.status() < 300 && !question.changesNothing()) {
                    world = null;
                }
            }
        }
        return table;
    }

    List<Question> questions() {
        return List.copyOf(answers.keySet());
    }

    Answer answer(Question question, Person person) {
        return Objects.requireNonNull(byPerson(question).get(person));
    }

    private Map<Person, Answer> byPerson(Question question) {
        return Objects.requireNonNull(answers.get(question));
    }

    /// The question about nothing at all at the same address, where there is one.
    List<Question> unknownOf(Question question) {
        return questions().stream()
                .filter(Question::isAboutNothing)
                .filter(other -> other.address().equals(question.address()))
                .toList();
    }

    String text() {
        List<String> lines = new ArrayList<>();
        List<String> people = Arrays.stream(Person.values()).map(Person::title).toList();
        lines.add("| request | about | " + String.join(" | ", people) + " |");
        lines.add("| --- | --- |" + " --- |".repeat(people.size()));
        for (Question question : questions()) {
            lines.add(
                    "| `%s` | %s | %s |"
                            .formatted(
                                    question.address(),
                                    question.about(),
                                    byPerson(question).values().stream()
                                            .map(answer -> String.valueOf(answer.status()))
                                            .collect(Collectors.joining(" | "))));
        }
        return INTRODUCTION + String.join("\n", lines) + "\n";
    }
}
