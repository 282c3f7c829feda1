package org.tutortimes.server.pages;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.language.Words;

/// How somebody reads the pages: in which language, and by which clock.
///
/// @param ownZone of the reader's computer, as its browser said; null where it did not
public record Reader(Words words, @Nullable ZoneId ownZone) {

    /// What `zone.js` sets.
    private static final String ZONE_COOKIE = "tutor-times-zone";

    /// Who asked for this page.
    public static Reader of(Context context) {
        return new Reader(PageLanguage.words(context), zone(context.cookie(ZONE_COOKIE)));
    }

    /// By whose clock times are shown on a page about a unit.
    public ZoneId zone(ZoneId unitZone) {
        return ownZone == null ? unitZone : ownZone;
    }

    /// Says which clock that is, and where days and weeks begin if that is elsewhere.
    public String zoneNote(ZoneId unitZone) {
        return ownZone == null || ownZone.getRules().equals(unitZone.getRules())
                ? words.text("frame.zone", zone(unitZone).getId())
                : words.text("frame.zone-of-reader", ownZone.getId(), unitZone.getId());
    }

    private static @Nullable ZoneId zone(@Nullable String cookie) {
        if (cookie == null) {
            return null;
        }
        try {
            return ZoneId.of(URLDecoder.decode(cookie, StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException e) {
            // A browser that says nonsense is one that did not say.
            return null;
        }
    }
}
