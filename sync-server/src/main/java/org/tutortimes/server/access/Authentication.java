package org.tutortimes.server.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a token into who it stands for. Answered anew for each request, so that signing out,
/// deactivation and a change of role count from the next one.
public interface Authentication {

    /// Who has this token; empty if it is unknown, over, or of somebody deactivated.
    ///
    /// @param username must be the token's owner where the client names one, as OnTrack's do
    /// @param address where the request comes from
    Optional<Identity> identityOf(String token, @Nullable String username, String address);

    /// The person who has this token and may do with it all that is theirs.
    default Optional<Caller> callerOf(String token, String address) {
        return identityOf(token, null, address)
                .flatMap(identity ->
                        switch (identity) {
                            case Identity.Person(Caller caller, boolean mustChangePassword) ->
                                    mustChangePassword ? Optional.empty() : Optional.of(caller);
                            case Identity.Program _ -> Optional.<Caller>empty();
                        });
    }
}
