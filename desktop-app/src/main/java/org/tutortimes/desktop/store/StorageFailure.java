package org.tutortimes.desktop.store;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The local disk does not do what is needed. The message is a sentence for the tutor.
public final class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageFailure(String sentence) {
        super(sentence);
    }

    public StorageFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// A failure of the local database with its sentence for the tutor.
    public static StorageFailure of(RuntimeException failure) {
        return failure instanceof StorageFailure told
                ? told
                : new StorageFailure(sentence(failure), failure);
    }

    /// What a failure of the local database means for the tutor.
    public static String sentence(Throwable failure) {
        if (failure instanceof StorageFailure told && told.getMessage() != null) {
            return told.getMessage();
        }
        SQLiteErrorCode code = codeOf(failure);
        if (code == null) {
            return "This computer could not store that (" + failure + ").";
        }
        // The low byte is the kind of error; the rest says where in SQLite it was met.
        return switch (code.code & 0xff) {
            case 13 -> "The disk is full. Free some space and try again; nothing was lost so far.";
            case 8 -> "The program's folder may only be read, so nothing can be recorded in it.";
            case 10 -> "The disk reported an error, so that could not be stored.";
            case 14 -> "The program's file on this computer could not be opened.";
            case 5, 6 -> "Another program is using the timer's file; try again in a moment.";
            case 11, 26 ->
                    "The timer's file is damaged. Close Tutor Times and start it again to repair"
                            + " it.";
            default -> "This computer could not store that (" + code.message + ").";
        };
    }

    /// Whether the file itself is broken, and not only what was asked of it.
    static boolean isCorruption(Throwable failure) {
        SQLiteErrorCode code = codeOf(failure);
        return code != null && ((code.code & 0xff) == 11 || (code.code & 0xff) == 26);
    }

    private static @Nullable SQLiteErrorCode codeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return null;
    }
}
