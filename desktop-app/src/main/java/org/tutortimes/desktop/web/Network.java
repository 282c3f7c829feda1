package org.tutortimes.desktop.web;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/// The networks that this computer is on.
///
/// @param client what calls are made with
/// @param addresses this computer's own, but for the ones that reach only itself
public record Network(OkHttpClient client, Supplier<Set<InetAddress>> addresses)
        implements AutoCloseable {

    public static Network ofThisMachine() {
        OkHttpClient client =
                new OkHttpClient.Builder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(10, TimeUnit.SECONDS)
                        .readTimeout(30, TimeUnit.SECONDS)
                        .callTimeout(2, TimeUnit.MINUTES)
                        .build();
        return new Network(client, Network::ownAddresses);
    }

    private static Set<InetAddress> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .collect(Collectors.toSet());
        } catch (SocketException _) {
            return Set.of();
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
