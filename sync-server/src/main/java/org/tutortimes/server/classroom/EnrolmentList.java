package org.tutortimes.server.classroom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.request.PastedTable;

/// Students as somebody wrote them down: a name or user name a line, several with commons between,
/// or a CSV file of the learning management system, of which one column names them.
///
/// @param found ids, each once
/// @param unknown lines in which nobody was found
record EnrolmentList(List<Long> found, List<String> unknown) {

    private static final Set<String> WORDS_OF_HEADINGS =
            Set.of("username", "user name", "user", "id", "user_id", "name", "student", "email");

    /// Reads a text.
    ///
    /// @param students who may be meant
    static EnrolmentList read(String text, List<ClassroomStore.Person> students) {
        Map<String, Long> names = names(students);
        Set<Long> found = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        boolean first = true;
        for (PastedTable.Line line : PastedTable.lines(text)) {
            List<Long> ofLine = line.cells().stream().map(cell -> names.get(key(cell))).toList();
            List<Long> known = ofLine.stream().filter(id -> id != null).toList();
            boolean isHeading =
                    first
                            && line.cells().stream()
                                    .anyMatch(cell -> WORDS_OF_HEADINGS.contains(key(cell)));
            if (known.size() == ofLine.size()) {
                found.addAll(known);
            } else if (!known.isEmpty()) {
                // The other columns say something else of the same student.
                found.add(known.getFirst());
            } else if (!isHeading) {
                unknown.add(String.join(", ", line.cells()).strip());
            }
            first = false;
        }
        return new EnrolmentList(List.copyOf(found), List.copyOf(unknown));
    }

    private static Map<String, Long> names(List<ClassroomStore.Person> students) {
        Map<String, @Nullable Long> names = new HashMap<>();
        for (ClassroomStore.Person student : students) {
            // A name that two have names nobody.
            names.merge(key(student.name()), student.id(), (_, _) -> null);
        }
        Map<String, Long> all = new HashMap<>();
        names.forEach((name, id) -> {
            if (id != null) {
                all.put(name, id);
            }
        });
        for (ClassroomStore.Person student : students) {
            all.put(Long.toString(student.id()), student.id());
        }
        for (ClassroomStore.Person student : students) {
            all.put(key(student.username()), student.id());
        }
        return all;
    }

    private static String key(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }
}
