package org.tutortimes.server.language;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.model.report.DurationText;

/// How the pages say things in one language: the texts of its bundles, dates, times and counts.
public final class Words {

    private static final Map<Language, Words> ALL = all();

    private final Language language;
    private final Map<String, String> texts;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter fullDay;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter timeWithZone;
    private final DateTimeFormatter timeToTheSecond;

    private Words(Language language) {
        this.language = language;
        this.texts = Bundles.texts(language.locale());
        this.time = formatter("date.time");
        this.day = formatter("date.day");
        this.dayOfYear = formatter("date.day-of-year");
        this.fullDay = formatter("date.full-day");
        this.shortDay = formatter("date.short-day");
        this.timeWithZone = formatter("date.time-with-zone");
        this.timeToTheSecond = formatter("date.time-to-the-second");
    }

    private static Map<Language, Words> all() {
        Map<Language, Words> all = new EnumMap<>(Language.class);
        Arrays.stream(Language.values()).forEach(each -> all.put(each, new Words(each)));
        return all;
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /// The locale by which numbers and names are written.
    public Locale locale() {
        return language.locale();
    }

    /// A text of the bundles.
    ///
    /// @param arguments what stands in the place of `{0}`, `{1}` and so on
    public String text(String key, Object... arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /// Whether the bundles have this text.
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// The texts of the scripts, by key.
    public Map<String, String> ofScripts() {
        return Bundles.of("scripts", language.locale());
    }

    public String time(Instant at, ZoneId zone) {
        return time.format(at.atZone(zone));
    }

    /// A time with the name of its zone, such as `10:00 AEST`.
    public String timeWithZone(Instant at, ZoneId zone) {
        return timeWithZone.format(at.atZone(zone));
    }

    public String timeToTheSecond(Instant at, ZoneId zone) {
        return timeToTheSecond.format(at.atZone(zone));
    }

    /// A day, with its year where that is another than the reader's.
    public String day(LocalDate of, LocalDate today) {
        return (of.getYear() == today.getYear() ? day : dayOfYear).format(of);
    }

    /// A day with the day of the week and the year.
    public String fullDay(LocalDate of) {
        return fullDay.format(of);
    }

    /// A month with its year.
    public String month(LocalDate of) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()).format(of);
    }

    public String shortDay(LocalDate of) {
        return shortDay.format(of);
    }

    /// A day and a time, such as `Wed 29 Jul, 10:00`.
    public String dayAndTime(Instant at, ZoneId zone, LocalDate today) {
        return day(at.atZone(zone).toLocalDate(), today) + ", " + time(at, zone);
    }

    /// From when to when; the day of the end is named where it is another.
    public String span(Instant start, Instant end, ZoneId zone, LocalDate today) {
        boolean sameDay = end.atZone(zone).toLocalDate().equals(start.atZone(zone).toLocalDate());
        return dayAndTime(start, zone, today)
                + "–"
                + (sameDay ? time(end, zone) : dayAndTime(end, zone, today));
    }

    /// The teaching week that begins on a Monday, or its date where the unit has not begun.
    public String week(LocalDate monday, LocalDate firstMonday) {
        long number = ChronoUnit.WEEKS.between(firstMonday, monday) + 1;
        return number >= 1 ? text("date.week", number) : shortDay(monday);
    }

    /// A duration in a report; hours and minutes have the same signs in every language that there
    /// is.
    public String duration(long seconds) {
        return DurationText.words(seconds);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /// What was odd about a session, in the order of the flags.
    public List<String> flags(Set<SessionFlag> flags, long overlappedSeconds) {
        return flags.isEmpty()
                ? List.of()
                : EnumSet.copyOf(flags).stream()
                        .map(flag -> flag(flag, overlappedSeconds))
                        .toList();
    }

    private String flag(SessionFlag flag, long overlappedSeconds) {
        return flag == SessionFlag.OVERLAP && overlappedSeconds > 0
                ? text("flag.overlap-of", duration(overlappedSeconds))
                : text("flag." + flag.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Why something was refused.
    ///
    /// @param code of the refusal
    /// @param sentence what the rule says in English
    public String refusal(String code, String sentence) {
        String key = "refused." + code;
        return language == Language.ENGLISH || !has(key) ? sentence : text(key);
    }

    /// What is wrong with a field, as the end of a sentence about it.
    ///
    /// @param fault what the rule says in English
    public String fault(String fault) {
        String key = "fault." + fault.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return language == Language.ENGLISH ? fault : text(has(key) ? key : "fault.other");
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(text(key), language.locale());
    }
}
