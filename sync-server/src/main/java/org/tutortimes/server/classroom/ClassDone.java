package org.tutortimes.server.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.classroom.ClassView.Done;
import org.tutortimes.server.language.Words;

/// What was just done on the page of a class: it stands in the page's address, so that it can be
/// told there and undone.
final class ClassDone {

    private static final int MOST_TO_UNDO = 200;

    private ClassDone() {}

    /// The page again, by an address that does nothing when it is loaded once more.
    static void back(Context context, String done, List<Long> students) {
        String whom =
                students.size() > MOST_TO_UNDO
                        ? "many"
                        : students.stream().map(String::valueOf).collect(Collectors.joining(","));
        context.redirect(
                "/classes/%s?%s=%s".formatted(context.pathParam("id"), done, whom),
                HttpStatus.SEE_OTHER);
    }

    /// What was just done stands in the address.
    static Done read(Context context, Words words) {
        String base = "/classes/" + context.pathParam("id");
        String enrolled = students(context, "enrolled");
        if (enrolled != null) {
            return new Done(
                    told("classroom.done.enrolled", enrolled, words),
                    false,
                    undo(enrolled, base + "/remove"),
                    enrolled,
                    "");
        }
        String removed = students(context, "removed");
        if (removed != null) {
            return new Done(
                    told("classroom.done.removed", removed, words),
                    false,
                    undo(removed, base + "/enrol"),
                    removed,
                    "");
        }
        if (context.queryParam("archived") != null) {
            return new Done(
                    words.text("classroom.done.archived"), false, base + "/restore", "", "");
        }
        if (context.queryParam("active") != null) {
            return new Done(words.text("classroom.done.restored"), false, "", "", "");
        }
        return context.queryParam("changed") != null
                ? new Done(words.text("classroom.saved"), false, "", "", "")
                : Done.NOTHING;
    }

    private static @Nullable String students(Context context, String name) {
        String value = context.queryParam(name);
        return value == null || value.matches("many|[0-9]{1,18}(,[0-9]{1,18})*") ? value : null;
    }

    private static String told(String key, String students, Words words) {
        return students.equals("many")
                ? words.text(key + ".many")
                : words.text(key, students.split(",", -1).length);
    }

    private static String undo(String students, String path) {
        return students.equals("many") ? "" : path;
    }
}
