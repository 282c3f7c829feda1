package org.tutortimes.server.access;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a request comes from. A web server on this very computer, which ends TLS, says for whom it
/// asks; nobody else is believed.
public final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Set<String> THIS_COMPUTER =
            Set.of("127.0.0.1", "[::1]", "::1", "[0:0:0:0:0:0:0:1]", "0:0:0:0:0:0:0:1");

    private ClientAddress() {}

    /// The address, such as 192.0.2.7; never empty.
    public static String of(Context context) {
        String peer = context.ip();
        if (!isThisComputer(peer)) {
            return peer;
        }
        // The last is what the web server has seen itself; what is before it, the client may have
        // written.
        String forwarded =
                String.join(",", Collections.list(context.req().getHeaders(FORWARDED_FOR)));
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : peer;
    }

    static boolean isThisComputer(String address) {
        return THIS_COMPUTER.contains(address);
    }
}
