package org.tutortimes.trust.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What the events of one session mean, by the design's words ("Replay"), each worked out by
/// looking at all events again.
public final class NaiveSession {
    private static final Comparator<String> BY_TEXT = Comparator.naturalOrder();

    private final List<Recorded> events;
    private final Map<String, Long> times = new HashMap<>();
    private final List<Recorded> order;

    /// Milliseconds since 1970; `end` is not part of it.
    public record Span(long start, long end) {
        public long length() {
            return end - start;
        }
    }

    /// A segment as one event opened it, and another has closed it, if any.
    record Opened(Recorded opener, long start, Optional<Recorded> closer, long end) {}

    public NaiveSession(List<Recorded> all) {
        this.events = all;
        this.order =
                all.stream()
                        .sorted(
                                Comparator.comparingLong(this::time)
                                        .thenComparing(Recorded::device, BY_TEXT)
                                        .thenComparingLong(Recorded::seq)
                                        .thenComparing(Recorded::id, BY_TEXT))
                        .toList();
    }

    public String id() {
        return events.getFirst().session();
    }

    /// Whether its start is there.
    public boolean isBegun() {
        return order.stream().anyMatch(event -> event.is("started"));
    }

    Recorded start() {
        return order.stream().filter(event -> event.is("started")).findFirst().orElseThrow();
    }

    public long unitRole() {
        return start().json().path("unit_role_id").asLong();
    }

    public boolean manual() {
        return start().json().path("manual").asBoolean();
    }

    public boolean completed() {
        return order.stream().anyMatch(event -> event.is("completed"));
    }

    public boolean deleted() {
        return order.reversed().stream()
                .filter(event -> event.is("deleted") || event.is("restored"))
                .findFirst()
                .filter(event -> event.is("deleted"))
                .isPresent();
    }

    /// Whether a tutor may still go on with it.
    public boolean isUnfinished() {
        return !completed() && !deleted() && !manual();
    }

    public long latestTime() {
        return time(order.getLast());
    }

    public long startedAt() {
        return time(start());
    }

    /// All closed time, in the order of its starts; empty spans are left out.
    public List<Span> spans() {
        long corrected = correction().map(this::time).orElse(Long.MIN_VALUE);
        List<Span> spans = new ArrayList<>();
        correction().ifPresent(amended -> spans.addAll(segments(amended)));
        for (Recorded event : order) {
            if (event.opens()) {
                Opened opened = opened(event);
                opened.closer()
                        .ifPresent(_ -> spans.add(from(corrected, opened.start(), opened.end())));
            } else if (event.is("away_kept")) {
                long end = Math.min(event.millis("to"), time(event));
                spans.add(from(corrected, event.millis("from"), end));
            }
        }
        spans.removeIf(span -> span.length() <= 0);
        spans.sort(Comparator.comparingLong(Span::start).thenComparingLong(Span::end));
        return spans;
    }

    /// Whether it was begun, or has time, between two instants.
    public boolean touches(long start, long end) {
        return (startedAt() >= start && startedAt() < end)
                || openSince().filter(since -> since < end).isPresent()
                || spans().stream().anyMatch(span -> span.start() < end && start < span.end());
    }

    /// When the last of its closed time ended.
    public Optional<Long> lastEnd() {
        return spans().stream().map(Span::end).max(Comparator.naturalOrder());
    }

    private static Span from(long corrected, long start, long end) {
        return new Span(Math.max(start, corrected), end);
    }

    /// Where the segment began that nobody has closed, the last of several.
    public Optional<Long> openSince() {
        long corrected = correction().map(this::time).orElse(Long.MIN_VALUE);
        return completed()
                ? Optional.empty()
                : order.stream()
                        .filter(Recorded::opens)
                        .map(this::opened)
                        .filter(opened -> opened.closer().isEmpty())
                        .map(opened -> Math.max(opened.start(), corrected))
                        .max(Comparator.naturalOrder());
    }

    /// The union of the spans, one elementary interval after the other.
    public long recorded() {
        TreeSet<Long> cuts = new TreeSet<>();
        List<Span> spans = spans();
        spans.forEach(span -> cuts.addAll(List.of(span.start(), span.end())));
        long sum = 0;
        for (Long cut : cuts) {
            Long next = cuts.higher(cut);
            if (next != null && spans.stream().anyMatch(s -> s.start() <= cut && next <= s.end())) {
                sum += next - cut;
            }
        }
        return sum;
    }

    /// What several writers have done to the session, by kind.
    public List<String> conflicts() {
        return Oddities.conflicts(this);
    }

    /// Whose work it is about, as the last correction that says so has it, or else the start: the
    /// name of the field with its number.
    public String target() {
        return order.reversed().stream()
                .filter(event -> event.is("amended") && isValid(event))
                .flatMap(event -> event.target().stream())
                .findFirst()
                .or(() -> start().target())
                .orElseThrow();
    }

    /// How many of a pile were marked, as the last completion that says so has it, or -1.
    public long submissions() {
        return order.reversed().stream()
                .filter(event -> event.is("completed") && event.json().has("submissions"))
                .map(event -> event.json().path("submissions").asLong())
                .findFirst()
                .orElse(-1L);
    }

    /// Where a segment ends that gives way, by the events of others than the device that opened it.
    Map<Recorded, Long> endsToldByOthers() {
        Map<Recorded, Long> ends = new HashMap<>();
        for (Recorded event : order) {
            if (event.reason().equals("superseded") && event.hasWorked()) {
                order.stream()
                        .filter(opener -> opener.id().equals(event.openedBy()))
                        .filter(opener -> !opener.device().equals(event.device()))
                        .forEach(opener -> ends.put(event, time(opener) + event.worked()));
            }
        }
        return ends;
    }

    /// Whether something was opened then, or a correction took what was before.
    boolean mayBeginAt(long time) {
        return order.stream()
                .filter(event -> event.opens() || event.is("amended"))
                .anyMatch(event -> time(event) == time);
    }

    /// Its events in their order.
    List<Recorded> order() {
        return order;
    }

    /// Whether a correction says something else of all its time.
    boolean isCorrectedAway(Opened opened) {
        return correction()
                .filter(amended -> opened.start() < time(amended) && opened.end() <= time(amended))
                .isPresent();
    }

    Opened opened(Recorded opener) {
        List<Recorded> named =
                order.stream()
                        .filter(Recorded::closes)
                        .filter(event -> event.openedBy().equals(opener.id()))
                        .toList();
        Optional<Recorded> closer =
                named.stream()
                        .filter(event -> event.device().equals(opener.device()))
                        .findFirst()
                        .or(() -> named.stream().findFirst());
        if (closer.isPresent()) {
            Recorded event = closer.get();
            long end = event.hasWorked() ? time(opener) + event.worked() : time(event);
            return new Opened(opener, time(opener), closer, end);
        }
        Optional<Recorded> next =
                order.subList(order.indexOf(opener) + 1, order.size()).stream()
                        .filter(Recorded::closes)
                        .findFirst();
        return new Opened(opener, time(opener), next, next.map(this::time).orElse(Long.MAX_VALUE));
    }

    private Optional<Recorded> correction() {
        return order.reversed().stream()
                .filter(event -> event.is("amended"))
                .filter(this::isValid)
                .findFirst();
    }

    private boolean isValid(Recorded amended) {
        long reached = Long.MIN_VALUE;
        for (Span span : segments(amended)) {
            if (span.length() <= 0 || span.start() < reached) {
                return false;
            }
            reached = span.end();
        }
        return reached <= time(amended);
    }

    private static List<Span> segments(Recorded amended) {
        List<Span> spans = new ArrayList<>();
        amended.json()
                .path("segments")
                .forEach(each ->
                        spans.add(
                                new Span(
                                        java.time.Instant.parse(each.path("start").asText())
                                                .toEpochMilli(),
                                        java.time.Instant.parse(each.path("end").asText())
                                                .toEpochMilli())));
        return spans;
    }

    /// When an event takes effect: its `at`, but never before what its device had reached by then.
    long time(Recorded event) {
        Long known = times.get(event.id());
        if (known != null) {
            return known;
        }
        long time = event.at();
        for (Recorded other : events) {
            if (other.device().equals(event.device()) && isBefore(other, event)) {
                time = Math.max(time, time(other));
                if (event.hasWorked() && other.id().equals(event.openedBy())) {
                    time = Math.max(time, time(other) + event.worked());
                }
            }
        }
        times.put(event.id(), time);
        return time;
    }

    private static boolean isBefore(Recorded one, Recorded other) {
        return one.seq() < other.seq()
                || (one.seq() == other.seq() && one.id().compareTo(other.id()) < 0);
    }
}
