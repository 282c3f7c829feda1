package org.tutortimes.server.roles;

import java.util.Locale;

/// Those who ask. All but the last few are about one unit.
enum Person {
    NOBODY("nobody signed in"),
    STRANGER("somebody without a role"),
    STUDENT("student of the unit"),
    TUTOR("the tutor"),
    COLLEAGUE("another tutor of the unit"),
    FORMER_TUTOR("former tutor of the unit"),
    CONVENOR("convenor of the unit"),
    OTHER_CONVENOR("convenor of another unit"),
    ADMIN("administrator"),
    DEACTIVATED("deactivated convenor"),
    NEWCOMER("tutor with a one-time password"),
    SERVICE("service token");

    private final String title;

    Person(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean isUser() {
        return this != NOBODY && this != SERVICE;
    }

    /// The token in the world of this number, which is the person's user name as well.
    String token(long world) {
        String name = name().toLowerCase(Locale.ROOT);
        return this == SERVICE ? name + "." + world : name + world;
    }
}
