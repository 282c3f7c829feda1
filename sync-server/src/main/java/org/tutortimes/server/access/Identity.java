package org.tutortimes.server.access;

/// Who a token stands for.
public sealed interface Identity {

    /// The same as the audit log names them.
    Actor actor();

    /// Somebody who signed in.
    ///
    /// @param mustChangePassword whether it was with a one-time password, so that nothing goes
    ///   before they have one of their own
    record Person(Caller caller, boolean mustChangePassword) implements Identity {
        @Override
        public Actor actor() {
            return caller.actor();
        }
    }

    /// Another program, by a token that an administrator made for it.
    ///
    /// @param name of the token
    record Program(String tokenId, String name, String address) implements Identity {
        @Override
        public Actor actor() {
            return new Actor(null, name, address);
        }
    }
}
