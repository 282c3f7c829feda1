package org.tutortimes.desktop.web;

import java.net.URI;
import java.util.Locale;
import okhttp3.HttpUrl;

/// Where a server is, checked: encrypted, unless it is this computer or plain HTTP was allowed.
public final class ServerAddress {
    private final HttpUrl base;

    private ServerAddress(HttpUrl base) {
        this.base = base;
    }

    /// Checks an address.
    ///
    /// @throws IllegalArgumentException with a sentence for the tutor
    public static ServerAddress of(URI given, boolean plainHttp) {
        HttpUrl url = HttpUrl.parse(given.toString());
        if (url == null) {
            throw new IllegalArgumentException(
                    "%s is no address of a server; it looks like https://times.example.edu."
                            .formatted(given));
        }
        if (!url.isHttps() && !plainHttp && !isThisComputer(url.host())) {
            throw new IllegalArgumentException(
                    "%s would send your password unencrypted; use https://.".formatted(given));
        }
        return new ServerAddress(
                url.newBuilder().encodedPath("/").query(null).fragment(null).build());
    }

    private static boolean isThisComputer(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.startsWith("127.");
    }

    /// Without a slash at the end; names the server in the accounts.
    public String origin() {
        String text = base.toString();
        return text.substring(0, text.length() - 1);
    }

    public String host() {
        return base.host();
    }

    HttpUrl path(String path) {
        return base.newBuilder().encodedPath(path).build();
    }
}
