package org.tutortimes.desktop.tracking;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.account.AccountStore;
import org.tutortimes.desktop.account.TokenFile;
import org.tutortimes.desktop.web.ServerAddress;
import org.tutortimes.desktop.web.ServerCalls;
import org.tutortimes.desktop.web.ServerReply;
import org.tutortimes.model.tracking.HeartbeatRequest;
import org.tutortimes.model.tracking.RecordRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;

/// The tracker's calls to the server of the account in use. They wait for the network, and not for
/// long: the synchronisation waits behind them.
public final class TrackingCalls {
    /// For what is worth nothing later.
    private static final Duration BRIEFLY = Duration.ofSeconds(3);

    private static final Duration WHILE_READING = Duration.ofSeconds(10);

    /// Somebody waits for this one, and the server has more to do for it.
    private static final Duration WHILE_RECORDING = Duration.ofSeconds(20);

    private final ServerCalls calls;
    private final AccountStore accounts;
    private final TokenFile tokens;
    private final boolean plainHttp;

    public TrackingCalls(
            ServerCalls calls, AccountStore accounts, TokenFile tokens, boolean plainHttp) {
        this.calls = calls;
        this.accounts = accounts;
        this.tokens = tokens;
        this.plainHttp = plainHttp;
    }

    /// Who calls, and whom.
    record Caller(Account account, ServerAddress server, String token) {}

    /// Empty where nobody is signed in.
    Optional<Caller> caller() {
        return accounts.current()
                .flatMap(account ->
                        tokens.of(account.id()).flatMap(token -> caller(account, token)));
    }

    private Optional<Caller> caller(Account account, String token) {
        try {
            ServerAddress server = ServerAddress.of(URI.create(account.server()), plainHttp);
            return Optional.of(new Caller(account, server, token));
        } catch (IllegalArgumentException _) {
            // The synchronisation says so.
            return Optional.empty();
        }
    }

    ServerReply heartbeat(Caller caller, HeartbeatRequest heartbeat) {
        return calls.post(
                caller.server(), Api.HEARTBEAT, caller.token(), Json.write(heartbeat), BRIEFLY);
    }

    ServerReply reconciliation(
            Caller caller, long unitId, Instant from, Instant until, ZoneId zone) {
        return calls.get(
                caller.server(),
                Api.reconciliation(unitId),
                Map.of("from", Json.text(from), "to", Json.text(until), "timezone", zone.getId()),
                caller.token(),
                WHILE_READING);
    }

    /// @param taskDefinitionId what was marked, where the server does not know it, or null
    ServerReply record(Caller caller, long markingSessionId, @Nullable Long taskDefinitionId) {
        return calls.post(
                caller.server(),
                Api.record(markingSessionId),
                caller.token(),
                Json.write(new RecordRequest(taskDefinitionId)),
                WHILE_RECORDING);
    }
}
