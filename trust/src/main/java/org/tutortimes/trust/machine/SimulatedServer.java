package org.tutortimes.trust.machine;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SignInRequest;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.access.Identity;
import org.tutortimes.server.check.Check;
import org.tutortimes.server.database.Circumstances;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.database.Sql;
import org.tutortimes.server.events.EventInbox;
import org.tutortimes.server.events.ServerDevice;
import org.tutortimes.server.events.UnitChanges;
import org.tutortimes.server.sync.SyncExchange;
import org.tutortimes.server.timer.EnteredTime;
import org.tutortimes.server.timer.OnlineTimer;
import org.tutortimes.server.timer.SessionWriter;
import org.tutortimes.server.token.ServiceTokens;
import org.tutortimes.server.token.Tokens;

/// One process of the server, from the decoded request inwards: the real database, inbox, exchange,
/// tokens and online timer on a disk that may fail.
public final class SimulatedServer {
    private final String address;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Story story;
    private FragileDisk disk;
    private @Nullable Running running;

    /// What a process holds while it runs.
    private record Running(
            Database database,
            EventInbox inbox,
            SyncExchange exchange,
            Tokens tokens,
            OnlineTimer timer,
            EnteredTime entered) {}

    /// An answer as it goes back.
    public record Reply(int status, String body) {}

    /// Work of the online calls.
    public interface Online {
        Object with(OnlineTimer timer, EnteredTime entered);
    }

    /// Work on the database behind the server's back, as an import does it.
    public interface Import {
        void in(Handle handle, EventInbox inbox);
    }

    public SimulatedServer(
            Path file,
            Clock clock,
            Supplier<UUID> ids,
            Story story,
            Consumer<Connection> committed) {
        this.address = "jdbc:sqlite:" + file;
        this.clock = clock;
        this.ids = ids;
        this.story = story;
        this.disk = new FragileDisk(committed, () -> story.count("fault", "disk full at a server"));
    }

    public boolean isUp() {
        return running != null;
    }

    public FragileDisk disk() {
        return disk;
    }

    public void start() {
        FragileDisk fresh = disk.forNextProcess();
        disk = fresh;
        Database database = Database.openKnown(address, new Circumstances(fresh::wrap, false));
        EventInbox inbox = new EventInbox(database, new UnitChanges());
        SessionWriter sessions = new SessionWriter(database, inbox, new ServerDevice(ids), clock);
        running =
                new Running(
                        database,
                        inbox,
                        new SyncExchange(database, inbox, clock),
                        new Tokens(database, new ServiceTokens(database, clock), clock),
                        new OnlineTimer(sessions),
                        new EnteredTime(sessions));
        attempt(() -> database.write(handle -> inbox.releaseHeld(handle, clock.instant())));
    }

    /// The process ends without a word.
    public void crash() {
        disk().die();
        stop();
    }

    public void stop() {
        Running ended = running;
        running = null;
        if (ended != null && disk().isDead()) {
            disk().closeAll();
        } else if (ended != null) {
            ended.database().close();
        }
    }

    /// Answers a request.
    ///
    /// @throws IOException where the process is not there, or ends over it
    public Reply answer(Wire.Sent sent) throws IOException {
        String token = sent.token();
        Object answered =
                attempt(() ->
                        switch (sent.path()) {
                            case Api.AUTH -> token == null ? signIn(sent.body()) : signOut(token);
                            case Api.SYNC -> sync(token, sent.body());
                            default -> new Reply(404, "{}");
                        });
        if (answered instanceof Reply reply) {
            return reply;
        }
        throw new IOException("the connection was reset");
    }

    /// An online call of somebody in a browser.
    ///
    /// @return the answer, the refusal, or empty where the process ended
    public Optional<Object> online(Online work) {
        Running now = running;
        return Optional.ofNullable(
                now == null ? null : attempt(() -> work.with(now.timer(), now.entered())));
    }

    /// The ids of the sessions that were touched last; none where the process is not there.
    ///
    /// @param deleted whether only deleted ones
    public List<String> lastSessions(boolean deleted) {
        Running now = running;
        return now == null
                ? List.of()
                : now.database()
                        .read(handle ->
                                Sql.list(
                                        handle,
                                        """
                                        SELECT id FROM tutor_times
                                        WHERE ? = 0 OR deleted_at IS NOT NULL
                                        ORDER BY updated_at DESC, id LIMIT 4
                                        """,
                                        row -> row.getString(1),
                                        deleted));
    }

    /// What the server's own check finds.
    public List<String> check() {
        return new Check(Objects.requireNonNull(running).database()).failures();
    }

    /// A change of the reference data.
    public boolean change(Import work) {
        Running now = running;
        Object done =
                now == null
                        ? null
                        : attempt(() ->
                                now.database()
                                        .write(handle -> {
                                            work.in(handle, now.inbox());
                                            return true;
                                        }));
        return done instanceof Boolean;
    }

    /// @return null where the process is not there, or ended over it
    private @Nullable Object attempt(Supplier<Object> work) {
        if (running == null) {
            return null;
        }
        try {
            return work.get();
        } catch (Refused refused) {
            return disk().isDead() ? died() : reply(refused.refusal());
        } catch (RuntimeException | Crash e) {
            if (disk().isDead()) {
                return died();
            }
            story.violated("the server fails on nothing that it is sent", String.valueOf(e));
            throw e;
        }
    }

    private @Nullable Object died() {
        stop();
        story.count("fault", "server crash at its disk");
        story.tell("the server process ended there");
        return null;
    }

    private static Reply reply(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotSignedIn _ -> new Reply(401, error("not_signed_in"));
            case Refusal.StorageUnavailable _ -> new Reply(503, error("storage_unavailable"));
            case Refusal.Busy _ -> new Reply(503, error("busy"));
            default -> new Reply(409, error("refused"));
        };
    }

    private static String error(String code) {
        return Json.write(new ApiError("That did not go.", code, Map.of()));
    }

    private Reply sync(@Nullable String token, String body) {
        Running now = Objects.requireNonNull(running);
        return caller(token)
                .map(caller -> now.exchange().answer(caller, read(body, SyncRequest.class)))
                .map(answer -> new Reply(200, Json.write(answer)))
                .orElseGet(() -> new Reply(401, error("not_signed_in")));
    }

    private Reply signIn(String body) {
        Running now = Objects.requireNonNull(running);
        return new Reply(
                201, Json.write(OpenDoor.signIn(now.database(), now.tokens(), username(body))));
    }

    private static String username(String body) {
        return String.valueOf(read(body, SignInRequest.class).username());
    }

    private Reply signOut(String token) {
        caller(token).ifPresent(Objects.requireNonNull(running).tokens()::signOut);
        return new Reply(204, "");
    }

    private Optional<Caller> caller(@Nullable String token) {
        return Optional.ofNullable(token)
                .flatMap(given ->
                        Objects.requireNonNull(running)
                                .tokens()
                                .identityOf(given, null, "192.0.2.1"))
                .flatMap(identity ->
                        identity instanceof Identity.Person person
                                ? Optional.of(person.caller())
                                : Optional.empty());
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
