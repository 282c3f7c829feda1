package org.tutortimes.model.classes;

/// How large classes and attempts may become.
///
/// Source: design, classes, behaviour.
public final class ClassLimits {

    public static final int MOST_STUDENTS = 1_000;

    /// In one attempt.
    public static final int MOST_HIGHLIGHTS = 10_000;

    /// In one class session. Their text is limited by what a request may hold.
    public static final int MOST_PASSAGES = 50;

    private ClassLimits() {}
}
