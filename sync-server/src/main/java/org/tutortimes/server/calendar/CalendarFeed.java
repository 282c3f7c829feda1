package org.tutortimes.server.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.tracking.Tutorials;
import org.tutortimes.server.calendar.CalendarChoice.Kind;
import org.tutortimes.server.calendar.CalendarStore.MarkingItem;
import org.tutortimes.server.calendar.CalendarStore.TimerItem;
import org.tutortimes.server.calendar.CalendarStore.Where;
import org.tutortimes.server.language.Words;

/// What a calendar shows where its days are wide enough: each session, and the tutorials behind
/// them.
final class CalendarFeed {

    /// More cannot be told apart, and would take long to draw.
    static final int MOST = 2_000;

    /// Something in the calendar, as FullCalendar reads it.
    ///
    /// @param start what the reader's clock shows then
    /// @param url of the session; null for what is none
    /// @param classNames the colour of its tutor, and what it is
    record Item(
            String title,
            String start,
            @Nullable String end,
            boolean allDay,
            @Nullable String url,
            @Nullable String display,
            List<String> classNames) {}

    /// All that is shown.
    ///
    /// @param tooMany whether there are more sessions than can be told apart; then none is there
    record Feed(List<Item> items, boolean tooMany) {}

    /// Somebody whose time is shown.
    ///
    /// @param colour which of the colours
    record Tutor(long unitRoleId, long userId, String name, int colour) {}

    private final Handle handle;
    private final Where where;
    private final CalendarChoice choice;
    private final Map<Long, Tutor> byRole = new LinkedHashMap<>();
    private final Map<Long, Tutor> byUser = new HashMap<>();
    private final HeldTutorials tutorials;
    private final Words words;
    private final ZoneId zone;
    private final Instant now;
    private final List<Item> items = new ArrayList<>();
    private boolean tooMany;

    /// Who reads it, and when.
    record View(Words words, ZoneId zone, Instant now) {}

    CalendarFeed(Handle handle, Where where, CalendarChoice choice, List<Tutor> tutors, View view) {
        this.handle = handle;
        this.where = where;
        this.choice = choice;
        this.words = view.words();
        this.zone = view.zone();
        this.now = view.now();
        tutors.forEach(tutor -> {
            byRole.put(tutor.unitRoleId(), tutor);
            byUser.putIfAbsent(tutor.userId(), tutor);
        });
        this.tutorials = HeldTutorials.read(handle, where, tutors);
    }

    /// Each session, and the tutorials behind them.
    Feed sessions() {
        if (choice.kind() != Kind.MARKING) {
            List<TimerItem> read = CalendarStore.timer(handle, where, choice, MOST + 1);
            tooMany |= read.size() > MOST;
            read.forEach(this::add);
        }
        if (choice.kind() != Kind.TIMER && choice.taskDefinitionId() == null) {
            List<MarkingItem> read = CalendarStore.marking(handle, where, MOST + 1);
            tooMany |= read.size() > MOST;
            read.forEach(this::add);
        }
        // Who has two roles holds a tutorial once.
        byUser.values().forEach(this::addTutorials);
        return new Feed(tooMany ? List.of() : items, tooMany);
    }

    private void add(TimerItem item) {
        Tutor tutor = byRole.get(item.unitRoleId());
        if (tutor == null || (choice.withoutTutorials() && tutorials.hold(tutor, item.start()))) {
            return;
        }
        String student = item.student();
        items.add(
                new Item(
                        tutor.name()
                                + " · "
                                + item.abbreviation()
                                + (student == null ? "" : " · " + student),
                        local(item.start()),
                        local(item.end() == null ? now : item.end()),
                        false,
                        "/units/%d/sessions/%s".formatted(where.unitId(), item.id()),
                        null,
                        item.running()
                                ? List.of(colour(tutor), "timer", "running")
                                : List.of(colour(tutor), "timer")));
    }

    private void add(MarkingItem item) {
        Tutor tutor = byUser.get(item.userId());
        if (tutor == null || (choice.withoutTutorials() && item.duringTutorial())) {
            return;
        }
        items.add(
                new Item(
                        words.text("calendar.observed", tutor.name()),
                        local(item.start()),
                        local(item.end()),
                        false,
                        "/units/%d/marking-sessions/%d".formatted(where.unitId(), item.id()),
                        null,
                        List.of(colour(tutor), "marking")));
    }

    private void addTutorials(Tutor tutor) {
        tutorials.of(tutor).stream()
                .map(each ->
                        new Item(
                                words.text("calendar.tutorial-of", tutor.name()),
                                local(each.start()),
                                local(each.end().equals(Tutorials.STILL_HELD) ? now : each.end()),
                                false,
                                null,
                                "background",
                                List.of("tutorial", colour(tutor))))
                .forEach(items::add);
    }

    static String colour(Tutor tutor) {
        return "tutor-" + tutor.colour();
    }

    private String local(Instant at) {
        return LocalDateTime.ofInstant(at, zone).toString();
    }
}
