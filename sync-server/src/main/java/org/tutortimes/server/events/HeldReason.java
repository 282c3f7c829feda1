package org.tutortimes.server.events;

import java.util.Arrays;
import java.util.Locale;

/// Why an event is stored and not in force yet. Stored, and on the wire, in lower case.
public enum HeldReason {
    WAITING_FOR_START("The start of this session has not arrived yet."),
    UNKNOWN_TASK("The server does not know this task in this unit yet."),
    UNKNOWN_KIND("The server does not know this kind of event yet."),
    ROLE_LOST("Your role in this unit has ended.");

    private final String sentence;

    HeldReason(String sentence) {
        this.sentence = sentence;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this is the code of a reason.
    public static boolean isCode(String code) {
        return Arrays.stream(values()).anyMatch(reason -> reason.code().equals(code));
    }

    static String sentence(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT)).sentence;
    }
}
