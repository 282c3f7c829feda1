package org.tutortimes.server.people;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tutortimes.model.account.UnitRoleKind;
import org.tutortimes.server.directory.Directory;
import org.tutortimes.server.directory.Named;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.people.PeopleView.AddForm;
import org.tutortimes.server.people.PeopleView.ListForm;
import org.tutortimes.server.request.Storable;

/// What the two forms hold, and what they say back.
final class PeopleForms {

    private static final int MOST_FAULTS = 100;

    private PeopleForms() {}

    static UnitRoleKind role(Context context) {
        return "convenor".equals(context.formParam("role"))
                ? UnitRoleKind.CONVENOR
                : UnitRoleKind.TUTOR;
    }

    static String text(Context context, String name) {
        String value = context.formParam(name);
        return value == null ? "" : value;
    }

    /// The list as it was pasted, or the file, which goes before it.
    static String list(Context context) {
        UploadedFile file = context.uploadedFile("file");
        if (file == null || file.size() == 0) {
            return text(context, "people");
        }
        try (InputStream content = file.content()) {
            return decoded(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("an upload that was received cannot be read", e);
        }
    }

    /// Spreadsheets in Europe write what Windows wrote long ago, unless they are told otherwise,
    /// and begin what they call Unicode with a mark of its own.
    private static String decoded(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2
                && Byte.toUnsignedInt(bytes[0]) == first
                && Byte.toUnsignedInt(bytes[1]) == second;
    }

    /// The form of many, with what keeps the list from being read at all.
    static Optional<ListForm> unreadable(String text, Words words) {
        if (Storable.fault(text).isPresent()) {
            return Optional.of(
                    new ListForm("", List.of(words.text("people.list.unreadable")), List.of()));
        }
        return TutorList.isTooLong(text)
                ? Optional.of(
                        new ListForm(
                                text,
                                List.of(words.text("people.list.long", TutorList.MOST_LINES)),
                                List.of()))
                : Optional.empty();
    }

    /// The form of one more person, with more in it than anybody is called.
    static AddForm tooLong(String who, UnitRoleKind role, Words words) {
        return new AddForm(
                who.substring(0, Directory.LONGEST),
                role == UnitRoleKind.CONVENOR,
                words.text("people.add.long", Directory.LONGEST),
                "",
                List.of());
    }

    /// The form of one more person, whose name did not say who it is.
    static AddForm whom(String who, UnitRoleKind role, Named named, boolean admin, Words words) {
        boolean convenor = role == UnitRoleKind.CONVENOR;
        return switch (named) {
            case Named.One one -> new AddForm(who, convenor, "", "", List.of(one.person()));
            case Named.Several several ->
                    new AddForm(
                            who,
                            convenor,
                            words.text("people.add.several", several.people().size(), who),
                            words.text("people.add.choose"),
                            several.people());
            case Named.Nobody nobody when !nobody.similar().isEmpty() ->
                    new AddForm(
                            who,
                            convenor,
                            words.text("people.add.nobody", who),
                            words.text("people.add.similar"),
                            nobody.similar());
            case Named.Nobody _ ->
                    new AddForm(
                            who,
                            convenor,
                            who.isBlank()
                                    ? words.text("people.add.blank")
                                    : words.text("people.add.nobody", who),
                            words.text(admin ? "people.add.make" : "people.add.ask"),
                            List.of());
        };
    }

    /// The form of many, with every fault of the list.
    static ListForm faulty(String text, TutorList list, Words words) {
        List<String> wrong = new ArrayList<>();
        if (list.entries().isEmpty() && list.faults().isEmpty()) {
            wrong.add(words.text("people.list.empty"));
        }
        list.faults().stream()
                .limit(MOST_FAULTS)
                .map(fault -> fault(fault, words))
                .forEach(wrong::add);
        if (list.faults().size() > MOST_FAULTS) {
            wrong.add(words.text("people.list.more", list.faults().size() - MOST_FAULTS));
        }
        return new ListForm(text, List.copyOf(wrong), List.of());
    }

    private static String fault(TutorList.Fault fault, Words words) {
        String line = Long.toString(fault.line());
        String usernames = String.join(", ", fault.usernames());
        return switch (fault.why()) {
            case NOBODY -> words.text("people.list.nobody", line, fault.text());
            case SEVERAL ->
                    words.text(
                            "people.list.several",
                            line,
                            fault.usernames().size(),
                            fault.text(),
                            usernames);
            case DIFFERENT -> words.text("people.list.different", line, fault.text(), usernames);
            case PART -> words.text("people.list.part", line, fault.text(), usernames);
            case CELLS -> words.text("people.list.cells", line, TutorLine.MOST_CELLS);
        };
    }

    /// The form of many, with what it would do.
    static ListForm preview(String text, TutorList list, List<PeopleStore.Row> rows, Words words) {
        Set<Long> active = tutors(rows, true);
        Set<Long> ended = tutors(rows, false);
        List<Long> found = list.found();
        long kept = found.stream().filter(active::contains).count();
        long again = found.stream().filter(ended::contains).count();
        List<String> preview = new ArrayList<>();
        preview.add(words.text("people.preview.new", found.size() - kept - again));
        if (again > 0) {
            preview.add(words.text("people.preview.again", again));
        }
        if (kept > 0) {
            preview.add(words.text("people.preview.kept", kept));
        }
        for (TutorList.Entry entry : list.entries()) {
            String key =
                    active.contains(entry.person().id())
                            ? "people.preview.line.kept"
                            : ended.contains(entry.person().id())
                                    ? "people.preview.line.again"
                                    : "people.preview.line.new";
            preview.add(
                    words.text(
                            key,
                            Long.toString(entry.line()),
                            entry.person().name(),
                            entry.person().username()));
        }
        return new ListForm(text, List.of(), List.copyOf(preview));
    }

    private static Set<Long> tutors(List<PeopleStore.Row> rows, boolean active) {
        return rows.stream()
                .filter(row -> row.role() == UnitRoleKind.TUTOR && row.active() == active)
                .map(PeopleStore.Row::userId)
                .collect(Collectors.toSet());
    }
}
