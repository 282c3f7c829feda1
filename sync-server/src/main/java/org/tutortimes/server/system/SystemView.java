package org.tutortimes.server.system;

import java.util.List;

/// The page on the state of the server, as its template writes it: every text is final.
///
/// @param ready whether it can do its work
/// @param state whether it can, in a sentence
/// @param held what the held events have in common, one line for each reason
public record SystemView(
        boolean ready,
        String state,
        List<Fact> server,
        List<Fact> stored,
        List<Fact> held,
        List<HeldEvent> heldEvents,
        List<Token> tokens,
        TokenForm form,
        String done,
        String zone) {

    /// A figure and what it is of.
    public record Fact(String name, String value) {}

    /// An event that is stored and not in force yet.
    public record HeldEvent(String when, String who, String username, String why) {}

    /// A token of another program.
    public record Token(String id, String name, String made, String used, String ends) {}

    /// The form of a new token.
    ///
    /// @param wrong what is wrong with it; empty where nothing is
    public record TokenForm(String name, String ends, String wrong) {

        static final TokenForm EMPTY = new TokenForm("", "", "");
    }
}
