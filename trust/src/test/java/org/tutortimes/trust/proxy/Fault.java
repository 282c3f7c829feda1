package org.tutortimes.trust.proxy;

/// What a network does to a request or its answer.
enum Fault {
    /// The answer comes late: in time for the client, or not.
    DELAY,
    /// The connection is reset: at once, in the request, or in the answer.
    RESET,
    /// The server gets a part of the request, and then nothing, or the end.
    HALF_REQUEST,
    /// The client gets a part of the answer, and then the end.
    HALF_ANSWER,
    /// The server does its work, and the client never hears of it.
    LOST_ANSWER,
    /// The request or the answer trickles.
    SLOW_LORIS,
    /// Something that is no HTTP answers.
    GARBAGE,
    /// The network answers in the server's place with something of its own, as a hotel's does: a
    /// page, or what is called by a wrong type.
    FOREIGN_PAGE
}
