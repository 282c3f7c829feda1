package org.tutortimes.desktop.account;

import java.net.URI;
import java.net.URISyntaxException;

/// What the tutor filled in to sign in.
///
/// @param server the address, as typed
public record SignInEntry(String server, String username, String password) {

    /// The server's address; one without a scheme is meant to be encrypted.
    ///
    /// @throws SignInFailure where it is none
    public URI address() {
        try {
            return new URI(server.contains("://") ? server : "https://" + server);
        } catch (URISyntaxException e) {
            throw new SignInFailure(
                    "“" + server + "” is not an address. It looks like https://times.example.edu.",
                    e);
        }
    }

    /// Without the password: this text may end in a log.
    @Override
    public String toString() {
        return "SignInEntry[server=%s, username=%s]".formatted(server, username);
    }
}
