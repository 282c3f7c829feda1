package org.tutortimes.server.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.access.Identity;
import org.tutortimes.server.database.Database;

/// The tokens of people. One lives for some time after its last use. Each request asks anew, by one
/// statement.
public final class Tokens implements Authentication {

    static final Duration LIFE = Duration.ofHours(2);
    static final Duration REMEMBERED_LIFE = Duration.ofDays(14);

    /// Not every request writes: a token may end this much earlier than its last use says.
    private static final Duration COARSE = Duration.ofMinutes(1);

    /// How a device is named that did not say.
    public static final String UNNAMED = "unnamed";

    private static final int LONGEST_DEVICE_NAME = 200;

    private final Database database;
    private final ServiceTokens services;
    private final Clock clock;

    public Tokens(Database database, ServiceTokens services, Clock clock) {
        this.database = database;
        this.services = services;
        this.clock = clock;
    }

    /// What a new token is for.
    ///
    /// @param device names it in the owner's list
    /// @param mustChangePassword whether it comes from a one-time password
    public record Purpose(boolean remember, @Nullable String device, boolean mustChangePassword) {}

    /// A token as it is given out, once.
    public record Issued(String token, Instant expiresAt) {}

    @Override
    public Optional<Identity> identityOf(String token, @Nullable String username, String address) {
        if (token.startsWith(TokenText.SERVICE_PREFIX)) {
            return username == null ? services.identityOf(token, address) : Optional.empty();
        }
        Instant now = clock.instant();
        String hash = TokenText.hash(token);
        Optional<TokenStore.InForce> found =
                database.read(handle -> TokenStore.inForce(handle, hash, now, address));
        found.filter(inForce -> inForce.lastUsedAt().plus(COARSE).isBefore(now))
                .ifPresent(inForce -> noteUse(inForce, now));
        return found.map(TokenStore.InForce::person)
                .filter(person -> username == null || person.caller().username().equals(username))
                .map(Identity.class::cast);
    }

    /// Makes a token for somebody who has proved who they are.
    public Issued issue(Handle handle, long userId, Purpose purpose) {
        String token = TokenText.random();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(life(purpose.remember()));
        TokenStore.Fresh fresh =
                new TokenStore.Fresh(
                        UUID.randomUUID().toString(),
                        TokenText.hash(token),
                        userId,
                        new Purpose(
                                purpose.remember(),
                                deviceName(purpose.device()),
                                purpose.mustChangePassword()));
        TokenStore.removeExpired(handle, now);
        TokenStore.add(handle, fresh, now, expiresAt);
        return new Issued(token, expiresAt);
    }

    /// A token that was renewed.
    public record Renewed(Instant expiresAt, boolean mustChangePassword) {}

    /// Renews the caller's token from now on.
    public Renewed renew(Handle handle, Caller caller) {
        Instant now = clock.instant();
        TokenStore.InForce inForce =
                TokenStore.byId(handle, caller.tokenId(), now).orElseThrow(Tokens::over);
        Instant expiresAt = now.plus(life(inForce.remember()));
        if (!TokenStore.used(handle, caller.tokenId(), now, expiresAt)) {
            throw over();
        }
        return new Renewed(expiresAt, inForce.person().mustChangePassword());
    }

    /// Ends the token that the caller signed in with.
    public void signOut(Caller caller) {
        database.write(handle -> TokenStore.remove(handle, caller.tokenId(), caller.userId()));
    }

    /// Ends all tokens of a user but one, which may do everything from now on.
    ///
    /// @throws Refused where that one has ended meanwhile
    public void keepOnly(Handle handle, Caller caller) {
        TokenStore.removeOthers(handle, caller.userId(), caller.tokenId());
        if (!TokenStore.free(handle, caller.tokenId())) {
            throw over();
        }
    }

    /// Ends all tokens of a user.
    public void endAll(Handle handle, long userId) {
        TokenStore.removeOthers(handle, userId, "");
    }

    /// Ends one of the caller's tokens.
    public void end(Caller caller, String id) {
        boolean ended = database.write(handle -> TokenStore.remove(handle, id, caller.userId()));
        if (!ended) {
            throw new Refused(new Refusal.NotFound("token"));
        }
    }

    /// Ends all tokens of the caller but the one that the caller signed in with.
    ///
    /// @return how many those were
    public int endOthers(Caller caller) {
        return database.write(
                handle -> TokenStore.removeOthers(handle, caller.userId(), caller.tokenId()));
    }

    /// Those of the caller that are in force, the oldest first.
    public List<OwnToken> of(Caller caller) {
        return database.read(handle -> TokenStore.ofUser(handle, caller.userId(), clock.instant()));
    }

    private void noteUse(TokenStore.InForce inForce, Instant now) {
        database.writeLater(handle ->
                TokenStore.used(
                        handle,
                        inForce.person().caller().tokenId(),
                        now,
                        now.plus(life(inForce.remember()))));
    }

    private static Refused over() {
        return new Refused(new Refusal.NotSignedIn(false));
    }

    private static Duration life(boolean remember) {
        return remember ? REMEMBERED_LIFE : LIFE;
    }

    private static String deviceName(@Nullable String device) {
        String name = device == null || device.isBlank() ? UNNAMED : device.strip();
        return name.length() > LONGEST_DEVICE_NAME ? name.substring(0, LONGEST_DEVICE_NAME) : name;
    }
}
