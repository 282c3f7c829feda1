package org.tutortimes.server.audit;

import java.util.Locale;
import java.util.Optional;

/// What the audit log keeps. Names are stored: one that has been used is never renamed.
public enum Action {
    USER_ADDED,
    USER_CHANGED,
    UNIT_ADDED,
    UNIT_CHANGED,
    UNIT_ROLE_ADDED,
    UNIT_ROLE_CHANGED,
    DATA_IMPORTED,
    PASSWORD_CHANGED,
    ONE_TIME_PASSWORD_GIVEN,
    SERVICE_TOKEN_ADDED,
    TOKEN_ENDED,
    /// A session written down afterwards, by hand.
    SESSION_ENTERED,
    SESSION_CORRECTED,
    SESSION_DELETED,
    SESSION_RESTORED,
    MARKING_SESSION_DELETED,
    /// Somebody looked at the address that a marking session came from.
    IP_ADDRESS_SEEN,
    CLASS_ADDED,
    /// Its name, its teacher, its students, when it meets, whether it goes on.
    CLASS_CHANGED,
    CLASS_SESSION_ADDED,
    /// It was opened, started, completed or cancelled, or its plan was changed.
    CLASS_SESSION_CHANGED,
    /// A file of records was downloaded.
    EXPORTED,
    /// The key of the stored addresses was lost, and they were erased.
    ADDRESSES_GIVEN_UP;

    /// The name as it is stored and as the API gives it.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The action of a name; empty where there is none.
    public static Optional<Action> of(String wireName) {
        for (Action action : values()) {
            if (action.wireName().equals(wireName)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
