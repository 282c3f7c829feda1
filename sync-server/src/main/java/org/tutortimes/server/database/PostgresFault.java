package org.tutortimes.server.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/// What PostgreSQL means by its failures.
final class PostgresFault {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// A transaction in another's way. And a key that another transaction has just stored too: from
    /// its start again, the work finds it there.
    private static final Set<String> WORTH_ANOTHER_ATTEMPT = Set.of("40001", "40P01", "23505");

    /// Connection, resources such as the disk, an administrator's intervention, input and output,
    /// damaged data.
    private static final Set<String> CLASSES_OF_STORAGE = Set.of("08", "53", "57", "58", "XX");

    private static final String CLASS_OF_RULES = "23";

    /// Class 57 has these too, which are told to a statement, not to a connection.
    private static final Set<String> OF_STATEMENTS = Set.of("57014");

    private PostgresFault() {}

    static boolean isWorthAnotherAttempt(Throwable failure) {
        return WORTH_ANOTHER_ATTEMPT.contains(state(failure));
    }

    /// But for what may be well at the next attempt.
    static boolean isBrokenRule(Throwable failure) {
        return state(failure).startsWith(CLASS_OF_RULES) && !isWorthAnotherAttempt(failure);
    }

    static boolean isBusy(Throwable failure) {
        return state(failure).equals(LOCK_NOT_AVAILABLE);
    }

    static boolean isOfStorage(Throwable failure) {
        if (isOfNoConnection(failure)) {
            return true;
        }
        String state = state(failure);
        return state.length() == 5
                && CLASSES_OF_STORAGE.contains(state.substring(0, 2))
                && !OF_STATEMENTS.contains(state);
    }

    /// A sentence for a failure to open, or an empty one.
    static String sentence(Throwable failure, String name) {
        return switch (state(failure)) {
            case "28P01", "28000" ->
                    "The database %s does not accept this user and password.".formatted(name);
            case "3D000" -> "There is no database at %s.".formatted(name);
            case "42501" ->
                    "This user may not make or change tables in the database %s.".formatted(name);
            case "53100" -> "The disk of the database is full.";
            case "53300" -> "The database %s takes no more connections.".formatted(name);
            case "57P03" -> "The database %s is just starting or stopping.".formatted(name);
            case "08001", "08004", "08006" ->
                    "The database %s does not answer: is it running there?".formatted(name);
            default -> "";
        };
    }

    /// The pool says so when it cannot open a connection.
    private static boolean isOfNoConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    /// The innermost state that is told, for libraries wrap failures in some without.
    private static String state(Throwable failure) {
        String state = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }
}
