package org.tutortimes.model.account;

/// What a person is on the whole server.
public enum SystemRole {
    ADMIN,
    NONE
}
