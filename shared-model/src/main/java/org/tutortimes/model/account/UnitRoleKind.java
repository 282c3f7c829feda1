package org.tutortimes.model.account;

/// What a person is in one unit. Students are not among them: they have projects.
public enum UnitRoleKind {
    CONVENOR,
    TUTOR
}
