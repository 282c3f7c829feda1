package org.tutortimes.trust.simulation;

/// The two who sit at the desks: Tia marks in two units, Tom in one of them.
final class Tutors {

    private Tutors() {}

    static long id(String user) {
        return user.equals("tia") ? 1 : 2;
    }

    /// How a desk names the user's account.
    static String account(String user) {
        return id(user) + "@" + Desk.SERVER;
    }

    static String colleague(String user) {
        return user.equals("tia") ? "tom" : "tia";
    }
}
