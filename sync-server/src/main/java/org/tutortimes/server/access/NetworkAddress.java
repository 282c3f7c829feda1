package org.tutortimes.server.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a computer, such as 192.0.2.7 or 2001:db8::7, however it was written.
public record NetworkAddress(InetAddress inet) {

    /// Some web servers tell the port too.
    private static final Pattern WITH_PORT =
            Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[^\\]]*\\]):\\d+");

    private static final Pattern VERSION_4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int LONGEST_TEXT = 64;

    /// With these bytes the network of one household or institution begins; the rest of an IPv6
    /// address changes from day to day.
    private static final int BYTES_OF_NETWORK = 8;

    /// Reads an address. Names are none and are never looked up.
    public static Optional<NetworkAddress> parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        String bare = text.strip();
        Matcher withPort = WITH_PORT.matcher(bare);
        bare = withPort.matches() ? withPort.group(1) : bare;
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        int zone = bare.indexOf('%');
        bare = zone < 0 ? bare : bare.substring(0, zone);
        if (!VERSION_4.matcher(bare).matches() && !VERSION_6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            // An IPv4 address that is written as an IPv6 one is the former.
            return Optional.of(new NetworkAddress(InetAddress.ofLiteral(bare)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The one way to write it.
    public String text() {
        return inet.getHostAddress();
    }

    /// What tells one place from another: an IPv4 address as a whole, of an IPv6 address the /64.
    public byte[] place() {
        byte[] bytes = inet.getAddress();
        return inet instanceof Inet4Address ? bytes : Arrays.copyOf(bytes, BYTES_OF_NETWORK);
    }
}
