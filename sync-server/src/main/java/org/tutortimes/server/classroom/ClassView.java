package org.tutortimes.server.classroom;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.classes.TeachingClass;

/// The page of a class as its template writes it: every text is final.
///
/// @param decides whether the reader gives classes of the unit to others
/// @param meeting when it meets, in words
/// @param unenrolled how many students of the unit are not in the class
public record ClassView(
        TeachingClass teachingClass,
        ClassroomStore.Unit unit,
        boolean decides,
        String meeting,
        List<ClassroomStore.Person> tutors,
        List<ClassroomStore.Person> students,
        int unenrolled,
        List<SessionLine> sessions,
        PlanForm plan,
        Done done) {

    public static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /// A class session in a list.
    public record SessionLine(UUID id, String title, String sign, String state, String times) {}

    /// A class in the list of a unit.
    public record ClassLine(
            UUID id, String name, String teacher, String students, String meeting, String next) {}

    /// What was just done.
    ///
    /// @param sentence null where there is nothing to tell
    /// @param wrong whether it did not work
    /// @param undo where a click undoes it, or empty
    /// @param students whom that is about, with commas between
    /// @param typed what was written into the list of students and was not understood
    public record Done(
            @Nullable String sentence, boolean wrong, String undo, String students, String typed) {

        static final Done NOTHING = new Done(null, false, "", "", "");

        static Done wrong(String sentence) {
            return new Done(sentence, true, "", "", "");
        }
    }
}
