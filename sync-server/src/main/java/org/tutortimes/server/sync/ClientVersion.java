package org.tutortimes.server.sync;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.request.Body;

/// Which clients this server still understands.
final class ClientVersion {

    private static final int OLDEST_MAJOR = 1;
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.\\d{1,6}.*");

    private ClientVersion() {}

    /// Refuses a client that is too old, and notes a version that is none.
    static void check(String version, Body body) {
        Matcher matcher = FORM.matcher(version);
        if (!matcher.matches()) {
            body.fault("client_version", "must be a version such as 1.0.0");
        } else if (Integer.parseInt(matcher.group(1)) < OLDEST_MAJOR) {
            throw new Refused(new Refusal.ClientTooOld(OLDEST_MAJOR + ".0.0"));
        }
    }
}
