package org.tutortimes.server.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.admin.UnitRoles.Given;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.people.PeopleView.Done;

/// What was just done to a unit's people: it stands in the page's address, so that it can be told
/// there and undone.
final class PeopleDone {

    private static final int MOST_TO_UNDO = 200;
    private static final String MANY = "many";

    private PeopleDone() {}

    /// The page again, by an address that does nothing when it is loaded once more.
    static void back(Context context, String choices) {
        context.redirect(
                "/units/%s/people?%s".formatted(context.pathParam("id"), choices),
                HttpStatus.SEE_OTHER);
    }

    static void back(Context context, Given given) {
        back(
                context,
                "added=%s&again=%s&kept=%d"
                        .formatted(ids(given.added()), ids(given.restored()), given.kept()));
    }

    static String ids(List<Long> ids) {
        return ids.size() > MOST_TO_UNDO
                ? MANY
                : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /// The ids of unit roles in a field of a form.
    static List<Long> read(@Nullable String ids) {
        return ids == null || !ids.matches("[0-9]{1,18}(,[0-9]{1,18})*")
                ? List.of()
                : Arrays.stream(ids.split(",", -1)).map(Long::valueOf).distinct().toList();
    }

    /// What the address says.
    ///
    /// @param rows all roles of the unit, also those that it was done to
    static Done of(Context context, Words words, List<PeopleStore.Row> rows) {
        String base = "/units/" + context.pathParam("id") + "/people";
        for (String done : List.of("ended", "restored", "role")) {
            List<PeopleStore.Row> changed = named(context.queryParam(done), rows);
            if (!changed.isEmpty()) {
                return changed(done, changed, base, words);
            }
        }
        return context.queryParam("added") == null
                ? Done.NOTHING
                : added(context, words, rows, base + "/end");
    }

    private static Done changed(
            String done, List<PeopleStore.Row> changed, String base, Words words) {
        PeopleStore.Row first = changed.getFirst();
        String ids = ids(changed.stream().map(PeopleStore.Row::id).toList());
        return switch (done) {
            case "ended" ->
                    new Done(
                            sentence("people.done.ended", changed, words),
                            false,
                            base + "/restore",
                            ids,
                            "");
            case "restored" ->
                    new Done(
                            sentence("people.done.restored", changed, words),
                            false,
                            base + "/end",
                            ids,
                            "");
            default ->
                    new Done(
                            words.text(
                                    "people.done.role",
                                    first.name(),
                                    PeopleViewOf.role(first.role(), words)),
                            false,
                            base + "/role",
                            ids,
                            other(first.role()));
        };
    }

    private static Done added(
            Context context, Words words, List<PeopleStore.Row> rows, String undo) {
        List<PeopleStore.Row> added = named(context.queryParam("added"), rows);
        List<PeopleStore.Row> again = named(context.queryParam("again"), rows);
        String kept = context.queryParam("kept");
        String sentence =
                Stream.of(
                                many(context, words),
                                sentence("people.done.added", added, words),
                                sentence("people.done.restored", again, words),
                                kept == null || !kept.matches("[1-9][0-9]{0,5}")
                                        ? ""
                                        : words.text("people.done.kept", Integer.parseInt(kept)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
        List<Long> changed =
                Stream.concat(added.stream(), again.stream()).map(PeopleStore.Row::id).toList();
        return new Done(sentence, false, changed.isEmpty() ? "" : undo, ids(changed), "");
    }

    private static String many(Context context, Words words) {
        return Stream.of("added", "again").anyMatch(name -> MANY.equals(context.queryParam(name)))
                ? words.text("people.done.many")
                : "";
    }

    private static String sentence(String key, List<PeopleStore.Row> rows, Words words) {
        return switch (rows.size()) {
            case 0 -> "";
            case 1 -> words.text(key, rows.getFirst().name());
            default -> words.text(key + ".many", rows.size());
        };
    }

    private static List<PeopleStore.Row> named(@Nullable String ids, List<PeopleStore.Row> rows) {
        List<Long> wanted = read(ids);
        return rows.stream().filter(row -> wanted.contains(row.id())).toList();
    }

    private static String other(UnitRoleKind role) {
        return (role == UnitRoleKind.TUTOR ? UnitRoleKind.CONVENOR : UnitRoleKind.TUTOR)
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
