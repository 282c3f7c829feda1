package org.tutortimes.desktop.fx;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times of day as the tutor reads them, on this computer's clock and in its zone.
public final class TimeText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private final ZoneId zone;
    private final InstantSource clock;

    public TimeText(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /// `14:02`, whatever the day.
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /// `today 14:00–14:25`, `yesterday 23:50–00:20`, `Friday 20 November 14:00–14:25`.
    public String span(Instant start, Instant end) {
        return day(start) + " " + time(start) + "–" + time(end);
    }

    /// `today`, `yesterday` or `Friday 20 November`.
    public String day(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return "today";
        }
        return day.equals(today.minusDays(1)) ? "yesterday" : DAY.format(day);
    }

    /// `14:02` today, else `14:02 on Friday 20 November`.
    public String timeAndDay(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        boolean isToday = local.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        return isToday ? TIME.format(local) : TIME.format(local) + " on " + DAY.format(local);
    }
}
