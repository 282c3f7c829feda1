package org.tutortimes.server.system;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.audit.ListedEntry;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.system.SystemView.Fact;
import org.tutortimes.server.system.SystemView.HeldEvent;
import org.tutortimes.server.system.SystemView.Token;
import org.tutortimes.server.system.SystemView.TokenForm;
import org.tutortimes.server.token.ListedToken;

/// Makes the view of the server's state for a reader.
record SystemViewOf(Reader reader, Instant now) {

    private static final double STEP = 1_000;
    private static final List<String> SIZES = List.of("kB", "MB", "GB", "TB");

    /// What was read of the database.
    record Stored(
            SystemStore.Kind kind,
            Map<String, Long> about,
            long units,
            long running,
            Map<String, Long> heldByCode,
            List<SystemStore.Held> held,
            @Nullable ListedEntry lastImport) {}

    SystemView view(
            ServerFacts facts,
            boolean ready,
            Stored stored,
            List<ListedToken> tokens,
            TokenForm form,
            String done) {
        Words words = reader.words();
        return new SystemView(
                ready,
                words.text(ready ? "system.ready" : "system.not-ready"),
                server(facts, stored),
                stored(stored),
                held(stored.heldByCode()),
                stored.held().stream().map(this::held).toList(),
                tokens.stream().map(this::token).toList(),
                form,
                done,
                zone().getId());
    }

    private List<Fact> server(ServerFacts facts, Stored stored) {
        Words words = reader.words();
        long free = facts.freeBytes().getAsLong();
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(words.text("system.version"), facts.version()));
        all.add(new Fact(words.text("system.since"), at(facts.startedAt())));
        all.add(new Fact(words.text("system.streams"), words.number(facts.streams().getAsLong())));
        all.add(new Fact(words.text("system.database"), stored.kind().product()));
        all.add(new Fact(words.text("system.size"), size(stored.kind().bytes())));
        all.add(new Fact(words.text("system.schema"), stored.kind().schema()));
        if (free >= 0) {
            all.add(new Fact(words.text("system.free"), size(free)));
        }
        return all;
    }

    private List<Fact> stored(Stored stored) {
        Words words = reader.words();
        ListedEntry lastImport = stored.lastImport();
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(words.text("system.running"), words.number(stored.running())));
        all.add(new Fact(words.text("system.units"), words.number(stored.units())));
        for (String table :
                List.of(
                        "users",
                        "tutor_times",
                        "timer_events",
                        "marking_sessions",
                        "session_activities",
                        "audit_log")) {
            all.add(
                    new Fact(
                            words.text("system.rows." + table.replace('_', '-')),
                            about(stored.about().get(table))));
        }
        all.add(
                new Fact(
                        words.text("system.last-import"),
                        lastImport == null
                                ? words.text("system.never")
                                : at(lastImport.at()) + " · " + lastImport.actor()));
        return all;
    }

    /// How many there are is known exactly only of small tables.
    private String about(@Nullable Long rows) {
        Words words = reader.words();
        return rows == null
                ? words.text("system.unknown")
                : words.text("system.about", words.number(rows));
    }

    private List<Fact> held(Map<String, Long> byCode) {
        Words words = reader.words();
        return new TreeMap<>(byCode)
                .entrySet().stream()
                        .map(each -> new Fact(why(each.getKey()), words.number(each.getValue())))
                        .toList();
    }

    private HeldEvent held(SystemStore.Held held) {
        return new HeldEvent(at(held.receivedAt()), held.name(), held.username(), why(held.code()));
    }

    private String why(String code) {
        Words words = reader.words();
        String key = "system.held." + code.replace('_', '-');
        return words.has(key) ? words.text(key) : code;
    }

    private Token token(ListedToken token) {
        Words words = reader.words();
        Instant used = token.lastUsedAt();
        Instant ends = token.expiresAt();
        return new Token(
                token.id(),
                token.name(),
                at(token.createdAt()),
                used == null ? words.text("system.never") : at(used),
                ends == null ? words.text("system.token.lasts") : at(ends));
    }

    private String at(Instant instant) {
        LocalDate today = now.atZone(zone()).toLocalDate();
        return reader.words().dayAndTime(instant, zone(), today);
    }

    private ZoneId zone() {
        return reader.zone(ZoneOffset.UTC);
    }

    private String size(long bytes) {
        double size = bytes / STEP;
        int step = 0;
        while (size >= STEP && step < SIZES.size() - 1) {
            size /= STEP;
            step++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(reader.words().locale());
        format.setMaximumFractionDigits(size < 100 ? 1 : 0);
        return format.format(size) + " " + SIZES.get(step);
    }
}
