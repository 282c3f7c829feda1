package org.tutortimes.desktop.account;

/// Somebody who has signed in on this computer.
///
/// @param id who that is among all servers; owns the events that are recorded
/// @param server where the account is, such as `https://times.example.edu`
/// @param name as a person reads it
public record Account(String id, String server, long userId, String username, String name) {

    /// The account of a user of a server.
    public static Account of(String server, long userId, String username, String name) {
        return new Account(userId + "@" + server, server, userId, username, name);
    }
}
