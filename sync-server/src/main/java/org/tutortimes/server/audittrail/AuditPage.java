package org.tutortimes.server.audittrail;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.AuditQuery;
import org.tutortimes.server.audit.ListedEntry;
import org.tutortimes.server.audittrail.AuditView.Choice;
import org.tutortimes.server.audittrail.AuditView.Chosen;
import org.tutortimes.server.audittrail.AuditView.Line;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.pages.PageFrame;
import org.tutortimes.server.pages.Reader;
import org.tutortimes.server.report.UnitAccess;
import org.tutortimes.server.report.UnitAccess.VisibleUnit;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Page;
import org.tutortimes.server.request.Period;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// The audit log, newest first, for administrators. What is asked for stands in the address.
public final class AuditPage implements Routes {

    private static final String PATH = "/audit";
    private static final String LIST = "audit-page";
    private static final int PAGE = 50;
    private static final List<String> SUBJECTS =
            List.of(
                    "user",
                    "unit",
                    "unit_role",
                    "token",
                    "tutor_time",
                    "marking_session",
                    "class",
                    "class_session",
                    "import",
                    "server");
    private static final List<String> FILTERS =
            List.of(
                    "q",
                    "action",
                    "subject_type",
                    "subject_id",
                    "user_id",
                    "unit_id",
                    "from",
                    "to");

    private final Database database;
    private final UnitAccess units;
    private final PageFrame frame;
    private final InstantSource clock;

    public AuditPage(Database database, UnitAccess units, PageFrame frame, InstantSource clock) {
        this.database = database;
        this.units = units;
        this.frame = frame;
        this.clock = clock;
    }

    /// The entries of a page.
    ///
    /// @param next the cursor of the page after it; null on the last
    private record Found(List<Line> lines, @Nullable String next) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, frame.page(this::show), Access.PAGE);
    }

    private void show(Context context) {
        Caller caller = AccessControl.administrator(context);
        Reader reader = Reader.of(context);
        Query query = Query.of(context);
        AuditQuery wanted = wanted(query, reader);
        query.refuseFaults();
        Found found =
                database.read(handle -> {
                    Page<ListedEntry> page =
                            Page.of(
                                    AuditLog.list(handle, wanted),
                                    PAGE,
                                    last -> Cursor.of(LIST, last.at().toEpochMilli(), last.id()));
                    return new Found(
                            new AuditViewOf(handle, reader, clock.instant()).lines(page.items()),
                            page.nextCursor());
                });
        List<VisibleUnit> all = units.unitsOf(caller.userId(), true);
        Words words = reader.words();
        frame.show(
                context,
                "audittrail/audit",
                frame.shell(context, words.text("frame.audit"), all, null),
                Map.of("view", view(context, reader, all, wanted, found)));
    }

    private static AuditQuery wanted(Query query, Reader reader) {
        Period period = Period.of(query, reader.zone(ZoneOffset.UTC));
        String action =
                query.oneOf(
                        "action",
                        Arrays.stream(Action.values())
                                .map(Action::wireName)
                                .toArray(String[]::new));
        String words = query.text("q");
        List<String> after = query.cursor(LIST, 2);
        return new AuditQuery(
                query.number("user_id"),
                action == null ? null : Action.of(action).orElseThrow(),
                query.oneOf("subject_type", SUBJECTS.toArray(String[]::new)),
                query.text("subject_id"),
                query.number("unit_id"),
                period.from(),
                period.to(),
                words == null ? null : words.strip(),
                after == null
                        ? null
                        : new AuditQuery.Position(query.cursorNumber(after, 0), after.getLast()),
                PAGE + 1);
    }

    private static AuditView view(
            Context context,
            Reader reader,
            List<VisibleUnit> units,
            AuditQuery wanted,
            Found found) {
        Words words = reader.words();
        Map<String, String> chosen = chosen(context);
        return new AuditView(
                new Chosen(
                        chosen.getOrDefault("q", ""),
                        chosen.getOrDefault("from", ""),
                        chosen.getOrDefault("to", ""),
                        chosen.getOrDefault("user_id", ""),
                        chosen.getOrDefault("subject_id", ""),
                        !chosen.isEmpty()),
                Arrays.stream(Action.values())
                        .map(each -> action(each, wanted.action(), words))
                        .toList(),
                SUBJECTS.stream()
                        .map(type ->
                                new Choice(
                                        type,
                                        AuditViewOf.subject(type, words),
                                        type.equals(wanted.subjectType())))
                        .toList(),
                units.stream().map(unit -> unit(unit, wanted.unitId())).toList(),
                found.lines(),
                wanted.after() == null ? "" : address(chosen, null),
                found.next() == null ? "" : address(chosen, found.next()),
                about(wanted, words),
                reader.zone(ZoneOffset.UTC).getId());
    }

    private static Choice action(Action action, @Nullable Action wanted, Words words) {
        return new Choice(
                action.wireName(),
                words.text("audit.action." + action.wireName().replace('_', '-')),
                action == wanted);
    }

    private static Choice unit(VisibleUnit unit, @Nullable Long wanted) {
        return new Choice(
                Long.toString(unit.id()), unit.code(), wanted != null && wanted == unit.id());
    }

    private static String about(AuditQuery wanted, Words words) {
        return wanted.userId() != null
                ? words.text("audit.by-one")
                : wanted.subjectId() != null ? words.text("audit.about-one") : "";
    }

    private static Map<String, String> chosen(Context context) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String filter : FILTERS) {
            String value = context.queryParam(filter);
            if (value != null && !value.isEmpty()) {
                chosen.put(filter, value);
            }
        }
        return chosen;
    }

    private static String address(Map<String, String> chosen, @Nullable String cursor) {
        Map<String, String> all = new LinkedHashMap<>(chosen);
        if (cursor != null) {
            all.put("cursor", cursor);
        }
        return all.isEmpty()
                ? PATH
                : all.entrySet().stream()
                        .map(each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", PATH + "?", ""));
    }
}
