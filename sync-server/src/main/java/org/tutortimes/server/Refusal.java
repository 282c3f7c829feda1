package org.tutortimes.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why the server does not do what it was asked. Knows nothing of HTTP: see `web.RefusalMapping`
/// for the answers that these become.
public sealed interface Refusal {

    /// The request is not of the shape that it should be.
    ///
    /// @param faults every fault by field; what is wrong with the whole stands under `body`
    record Malformed(Map<String, String> faults) implements Refusal {
        public Malformed {
            faults = Map.copyOf(faults);
        }

        /// A single fault.
        public static Malformed field(String field, String fault) {
            return new Malformed(Map.of(field, fault));
        }
    }

    /// The data of an import have faults; nothing of them was stored.
    ///
    /// @param faults the first of them, in the order of the lines
    /// @param count how many there are in all
    record Faulty(List<Fault> faults, int count) implements Refusal {
        public Faulty {
            faults = List.copyOf(faults);
        }

        /// One of them.
        ///
        /// @param line counted from 1
        /// @param field such as `users.username`; null where no field is to blame
        /// @param fault what is wrong with the field, or a sentence of its own where there is none
        public record Fault(int line, @Nullable String field, String fault) {}
    }

    /// Nobody is signed in, or the token is over.
    ///
    /// @param ofLearningSystem whether the credentials came in OnTrack's headers
    record NotSignedIn(boolean ofLearningSystem) implements Refusal {}

    /// Wrong user name or password; never says which.
    record WrongCredentials() implements Refusal {}

    /// The caller sees it, and may not change it.
    record Forbidden(String sentence, String code) implements Refusal {}

    /// Unknown, or invisible to the caller.
    record NotFound(String what) implements Refusal {}

    /// The path exists, the method does not.
    record MethodNotAllowed(List<String> allowed) implements Refusal {
        public MethodNotAllowed {
            allowed = List.copyOf(allowed);
        }
    }

    /// It does not fit the state that things are in.
    ///
    /// @param state the current state, for the caller to go on from
    record WrongState(String sentence, String code, Map<String, Object> state) implements Refusal {
        public WrongState {
            state = Map.copyOf(state);
        }
    }

    /// The body is larger than the limit.
    record TooLarge(long mostBytes) implements Refusal {}

    /// More events at once than are taken.
    record TooMany(int mostEvents) implements Refusal {}

    /// The body is not JSON, and says so.
    record NotJson() implements Refusal {}

    /// Well-formed, and against a rule.
    record AgainstRule(String sentence, String code) implements Refusal {}

    /// The client is too old for this server.
    record ClientTooOld(String oldest) implements Refusal {}

    /// Too many failed attempts; later it may be tried again.
    record TooManyAttempts(long retryAfterSeconds) implements Refusal {}

    /// More work than the server can take on now, or it is about to stop.
    record Busy(long retryAfterSeconds) implements Refusal {}

    /// The disk is full or cannot be written; nothing of the request was stored.
    record StorageUnavailable() implements Refusal {}
}
