package org.tutortimes.trust.machine;

/// What can become of one call on its way.
public enum Mishap {
    /// Nobody is there.
    CUT_OFF,
    /// The request never arrives.
    REQUEST_LOST,
    /// The server does its work, and the answer never arrives.
    ANSWER_LOST,
    /// The answer breaks off in the middle.
    ANSWER_CUT,
    /// Something on the way sends the request twice; the second answer arrives.
    REQUEST_TWICE,
    /// The caller gives up, and the request arrives much later, after others.
    REQUEST_LATE,
    /// A batch is cut in two, and its later half arrives first.
    HALVES_SWAPPED,
    /// Something on the way answers with what the server said the last time.
    STALE_ANSWER,
    /// A network wants somebody to sign in: a page instead of an answer.
    FOREIGN_PAGE,
    /// The same by a redirect.
    REDIRECTED,
    /// JSON that is not our answer.
    FOREIGN_JSON,
    UNAVAILABLE,
    UNAVAILABLE_FOR_A_WHILE,
    TOO_MANY_REQUESTS,
    TOO_LARGE,
    SERVER_ERROR,
    NOT_FOUND,
    TOKEN_ENDED,
    CLIENT_TOO_OLD
}
