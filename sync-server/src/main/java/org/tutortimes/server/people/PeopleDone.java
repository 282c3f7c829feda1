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
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.admin.UnitRoles.Given;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageLanguage;
import org.tutortimes.server.people.PeopleView.Done;

/// What was just done to a unit's people: it stands in the page's address, so that it can be told
/// there and undone. Anybody can write an address: only what is so is told.
///
/// @param admin whether the reader is an administrator
/// @param rows all roles of the unit, also those that it was done to
record PeopleDone(Context context, boolean admin, List<PeopleStore.Row> rows) {

    private static final int MOST_TO_UNDO = 200;
    private static final int MOST_IDS = 1_000;
    private static final int MOST_DIGITS = 18;
    private static final String MANY = "many";

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
    ///
    /// @throws Refused where it holds anything else, or more than a unit has
    static List<Long> required(@Nullable String ids) {
        List<Long> read = read(ids);
        if (read.isEmpty()) {
            throw new Refused(
                    Refusal.Malformed.field("ids", "must be 1 to %d ids".formatted(MOST_IDS)));
        }
        return read;
    }

    private static List<Long> read(@Nullable String ids) {
        if (ids == null) {
            return List.of();
        }
        String[] parts = ids.split(",", MOST_IDS + 1);
        return parts.length <= MOST_IDS && Arrays.stream(parts).allMatch(PeopleDone::isId)
                ? Arrays.stream(parts).map(Long::valueOf).distinct().toList()
                : List.of();
    }

    private static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /// What the address says, as far as it is so.
    Done told() {
        for (String done : List.of("ended", "restored", "role")) {
            List<PeopleStore.Row> changed = named(done, !done.equals("ended"));
            if (!changed.isEmpty()) {
                return changed(done, changed);
            }
        }
        return context.queryParam("added") == null ? Done.NOTHING : added();
    }

    private Done changed(String done, List<PeopleStore.Row> changed) {
        PeopleStore.Row first = changed.getFirst();
        return switch (done) {
            case "ended" -> done(sentence("people.done.ended", changed), "restore", changed);
            case "restored" -> done(sentence("people.done.restored", changed), "end", changed);
            default -> {
                Done told =
                        done(
                                words().text(
                                                "people.done.role",
                                                first.name(),
                                                PeopleViewOf.role(first.role(), words())),
                                "role",
                                List.of(first));
                yield new Done(
                        told.sentence(), false, told.undo(), told.ids(), other(first.role()));
            }
        };
    }

    private Done added() {
        List<PeopleStore.Row> added = named("added", true);
        List<PeopleStore.Row> again = named("again", true);
        String sentence =
                Stream.of(
                                many(),
                                sentence("people.done.added", added),
                                sentence("people.done.restored", again),
                                kept())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
        return done(sentence, "end", Stream.concat(added.stream(), again.stream()).toList());
    }

    /// Offers to undo it where the reader may.
    private Done done(String sentence, String undo, List<PeopleStore.Row> changed) {
        boolean tutors =
                !undo.equals("role")
                        && changed.stream().allMatch(row -> row.role() == UnitRoleKind.TUTOR);
        boolean offered = !changed.isEmpty() && (admin || tutors);
        return new Done(
                sentence,
                false,
                offered ? "/units/%s/people/%s".formatted(context.pathParam("id"), undo) : "",
                offered ? ids(changed.stream().map(PeopleStore.Row::id).toList()) : "",
                "");
    }

    /// That so many were done that the address does not hold them, which a small unit cannot have.
    private String many() {
        boolean said =
                Stream.of("added", "again").anyMatch(name -> MANY.equals(context.queryParam(name)));
        return said && active() > MOST_TO_UNDO ? words().text("people.done.many") : "";
    }

    private String kept() {
        String kept = context.queryParam("kept");
        return kept != null && kept.matches("[1-9][0-9]{0,5}") && Integer.parseInt(kept) <= active()
                ? words().text("people.done.kept", Integer.parseInt(kept))
                : "";
    }

    private long active() {
        return rows.stream().filter(PeopleStore.Row::active).count();
    }

    private String sentence(String key, List<PeopleStore.Row> changed) {
        return switch (changed.size()) {
            case 0 -> "";
            case 1 -> words().text(key, changed.getFirst().name());
            default -> words().text(key + ".many", changed.size());
        };
    }

    private List<PeopleStore.Row> named(String parameter, boolean active) {
        List<Long> wanted = read(context.queryParam(parameter));
        return rows.stream()
                .filter(row -> row.active() == active && wanted.contains(row.id()))
                .toList();
    }

    private Words words() {
        return PageLanguage.words(context);
    }

    private static String other(UnitRoleKind role) {
        return (role == UnitRoleKind.TUTOR ? UnitRoleKind.CONVENOR : UnitRoleKind.TUTOR)
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
