package org.tutortimes.server.events;

import java.util.Locale;

/// Why an event is not stored. On the wire in lower case.
enum RefusedReason {
    NOT_YOUR_UNIT_ROLE("This unit role is not yours."),
    NOT_YOUR_SESSION("This session belongs to somebody else."),
    ID_REUSED("Another event has this id already."),
    MALFORMED("This is not an event");

    private final String sentence;

    RefusedReason(String sentence) {
        this.sentence = sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sentence() {
        return sentence;
    }
}
