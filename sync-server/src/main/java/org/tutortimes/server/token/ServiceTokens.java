package org.tutortimes.server.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Actor;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.access.Identity;
import org.tutortimes.server.audit.Action;
import org.tutortimes.server.audit.AuditEntry;
import org.tutortimes.server.audit.AuditLog;
import org.tutortimes.server.audit.Subject;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.request.Storable;

/// The tokens of other programs. An administrator makes them, by name; they belong to nobody, and
/// live until they are ended, or as long as was said.
public final class ServiceTokens {

    private static final int LONGEST_NAME = 100;

    /// Not every request writes.
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;

    public ServiceTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A token as it is given out, once.
    public record Made(String id, String name, String authToken, @Nullable Instant expiresAt) {}

    Optional<Identity> identityOf(String token, String address) {
        Instant now = clock.instant();
        String hash = TokenText.hash(token);
        Optional<ServiceTokenStore.InForce> found =
                database.read(handle -> ServiceTokenStore.inForce(handle, hash, now));
        found.filter(inForce -> isUseWorthNoting(inForce, now))
                .ifPresent(inForce ->
                        database.writeLater(
                                handle -> ServiceTokenStore.used(handle, inForce.id(), now)));
        return found.map(inForce -> new Identity.Program(inForce.id(), inForce.name(), address));
    }

    /// What is wrong with a name for a token.
    public static Optional<String> fault(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of("must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        return name.equalsIgnoreCase(Actor.OPERATOR.name())
                ? Optional.of("is kept for the operator of the server")
                : Storable.fault(name);
    }

    /// Makes a token.
    ///
    /// @throws Refused where another that is in force has this name
    public Made make(Caller caller, String name, @Nullable Instant expiresAt) {
        Made made =
                new Made(
                        UUID.randomUUID().toString(),
                        name,
                        TokenText.SERVICE_PREFIX + TokenText.random(),
                        expiresAt);
        Instant now = clock.instant();
        return database.write(handle -> {
            ServiceTokenStore.removeExpired(handle, now);
            String hash = TokenText.hash(made.authToken());
            if (!ServiceTokenStore.add(handle, made, hash, caller.userId(), now)) {
                throw new Refused(
                        new Refusal.WrongState(
                                "There is a service token of this name already. End it first.",
                                "name_taken",
                                Map.of("name", name)));
            }
            AuditLog.record(
                    handle,
                    now,
                    caller.actor(),
                    AuditEntry.added(
                            Action.SERVICE_TOKEN_ADDED,
                            Subject.token(made.id()),
                            ListedToken.ofService(made, now)));
            return made;
        });
    }

    private static boolean isUseWorthNoting(ServiceTokenStore.InForce inForce, Instant now) {
        Instant lastUsedAt = inForce.lastUsedAt();
        return lastUsedAt == null || lastUsedAt.plus(COARSE).isBefore(now);
    }
}
