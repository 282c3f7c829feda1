package org.tutortimes.server;

import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.TrustedProxies;

/// How the addresses of those who are observed are found and kept.
///
/// @param trustedProxies the web servers that are believed when they say for whom they ask
/// @param key a secret of at least [#SHORTEST_KEY] characters, or null to use one of this server's
/// @param days after so many days nothing of an address is kept
public record AddressSettings(TrustedProxies trustedProxies, @Nullable String key, int days) {

    public static final int SHORTEST_KEY = 32;
    public static final int USUAL_DAYS = 30;

    /// What holds where nothing else is said.
    public static final AddressSettings USUAL =
            new AddressSettings(TrustedProxies.of(TrustedProxies.THIS_COMPUTER), null, USUAL_DAYS);

    @Override
    public String toString() {
        return "AddressSettings[days=" + days + "]";
    }
}
