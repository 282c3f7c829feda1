package org.tutortimes.server.classroom;

import org.tutortimes.server.classes.ClassSession;

/// What a student's page of a class session is about at first, before its script knows more. The
/// script moves on between the same stages.
public enum Stage {
    /// The room is not open.
    PLANNED,
    /// One click lets the student in.
    DOOR,
    /// In, and nothing to read yet.
    ROOM,
    /// The passages, to be marked or, later, to be read again.
    DESK,
    /// It is over, and the student made no attempt.
    MISSED,
    CANCELLED;

    static Stage of(ClassSession session, long studentId) {
        boolean joined = session.participant(studentId).isPresent();
        return switch (session.status()) {
            case SCHEDULED -> PLANNED;
            case WAITING_FOR_STUDENTS -> joined ? ROOM : DOOR;
            case IN_PROGRESS -> joined ? DESK : DOOR;
            case COMPLETED -> attempted(session, studentId) ? DESK : MISSED;
            case CANCELLED -> CANCELLED;
        };
    }

    private static boolean attempted(ClassSession session, long studentId) {
        return session.participant(studentId).filter(each -> each.attemptId() != null).isPresent();
    }

    /// Whether the page is in another stage than this.
    public boolean isNot(String name) {
        return !name().equals(name);
    }
}
