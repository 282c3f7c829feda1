package org.tutortimes.server.access;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a request comes from.
public final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String ADDRESS = "client address";
    private static final Set<String> THIS_COMPUTER =
            Set.of("127.0.0.1", "[::1]", "::1", "[0:0:0:0:0:0:0:1]", "0:0:0:0:0:0:0:1");

    private ClientAddress() {}

    /// Finds out, once for each request.
    public static void find(Context context, TrustedProxies proxies) {
        context.attribute(ADDRESS, proxies.clientOf(context.ip(), forwardedFor(context)));
    }

    /// The address, such as 192.0.2.7; never empty.
    public static String of(Context context) {
        String found = context.attribute(ADDRESS);
        return found == null ? context.ip() : found;
    }

    private static @Nullable String forwardedFor(Context context) {
        List<String> headers = Collections.list(context.req().getHeaders(FORWARDED_FOR));
        return headers.isEmpty() ? null : String.join(",", headers);
    }

    static boolean isThisComputer(String address) {
        return THIS_COMPUTER.contains(address);
    }
}
