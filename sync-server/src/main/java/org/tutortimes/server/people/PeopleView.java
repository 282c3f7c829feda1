package org.tutortimes.server.people;

import java.util.List;
import org.tutortimes.server.directory.Person;

/// The page of a unit's people, as its template writes it: every text is final.
///
/// @param admin whether the reader decides on convenors, too
public record PeopleView(
        long unitId,
        String code,
        String name,
        boolean admin,
        Done done,
        AddForm add,
        ListForm list,
        List<Line> active,
        List<Line> ended,
        String zoneNote) {

    /// Somebody with a role.
    ///
    /// @param otherRole the role that they could have instead; empty where the reader does not
    ///   decide on it
    /// @param changeable whether the reader may end or restore it
    public record Line(
            long id,
            String name,
            String username,
            boolean account,
            String role,
            String since,
            String lastMarked,
            String counted,
            String otherRole,
            String otherRoleWords,
            boolean changeable) {}

    /// What was just done.
    ///
    /// @param sentence empty where nothing was
    /// @param undo the address that a form undoes it at; empty where it cannot be
    /// @param ids of the unit roles that it was done to
    /// @param role what the undone one becomes again; empty where roles stay what they are
    public record Done(String sentence, boolean wrong, String undo, String ids, String role) {

        static final Done NOTHING = new Done("", false, "", "", "");

        static Done refused(String sentence) {
            return new Done(sentence, true, "", "", "");
        }
    }

    /// The form of one more person.
    ///
    /// @param who as it was typed
    /// @param wrong what is wrong with it; empty where nothing is
    /// @param candidates who may be meant
    public record AddForm(
            String who, boolean convenor, String wrong, String next, List<Person> candidates) {

        static final AddForm EMPTY = new AddForm("", false, "", "", List.of());
    }

    /// The form of many.
    ///
    /// @param preview what would be done; empty where nobody asked
    public record ListForm(String text, List<String> wrong, List<String> preview) {

        static final ListForm EMPTY = new ListForm("", List.of(), List.of());

        /// Whether there is something to say in it.
        public boolean isOpen() {
            return !wrong.isEmpty() || !preview.isEmpty();
        }
    }
}
