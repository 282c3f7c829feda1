package org.tutortimes.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.account.SignedIn;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.database.Database;
import org.tutortimes.server.web.Authentication;
import org.tutortimes.server.web.Caller;

/// Opaque tokens of 256 random bits, of which only the hash is stored. A token lives for some time
/// after its last use.
public final class Tokens implements Authentication {

    static final Duration LIFE = Duration.ofHours(2);
    static final Duration REMEMBERED_LIFE = Duration.ofDays(14);

    /// Not every request writes: a token may end this much earlier than its last use says.
    private static final Duration COARSE = Duration.ofMinutes(1);

    private static final int BYTES = 32;
    private static final int LONGEST_DEVICE_NAME = 200;

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Tokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> callerOf(String token, @Nullable String username, String address) {
        Instant now = clock.instant();
        Optional<TokenStore.InForce> found =
                database.read(handle -> TokenStore.inForce(handle, hash(token), now, address));
        found.filter(inForce -> inForce.lastUsedAt().plus(COARSE).isBefore(now))
                .ifPresent(inForce -> noteUse(inForce, now));
        return found.map(TokenStore.InForce::caller)
                .filter(caller -> username == null || caller.username().equals(username));
    }

    /// Makes a token for somebody who has proved who they are.
    SignedIn issue(User user, boolean remember, @Nullable String device) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(life(remember));
        TokenStore.Fresh fresh =
                new TokenStore.Fresh(
                        UUID.randomUUID().toString(),
                        hash(token),
                        user.id(),
                        deviceName(device),
                        remember);
        database.write(handle -> {
            TokenStore.removeExpired(handle, now);
            TokenStore.add(handle, fresh, now, expiresAt);
            return fresh;
        });
        return new SignedIn(user.answer(), token, expiresAt);
    }

    /// Renews the caller's token from now on.
    SignedIn renew(Caller caller, String token) {
        Instant now = clock.instant();
        return database.write(handle -> {
            TokenStore.InForce inForce =
                    TokenStore.inForce(handle, hash(token), now, caller.address())
                            .orElseThrow(() -> new Refused(new Refusal.NotSignedIn(false)));
            Instant expiresAt = now.plus(life(inForce.remember()));
            TokenStore.used(handle, caller.tokenId(), now, expiresAt);
            User user = UserStore.byId(handle, caller.userId()).orElseThrow();
            return new SignedIn(user.answer(), token, expiresAt);
        });
    }

    /// Ends the token that the caller signed in with.
    public void signOut(Caller caller) {
        database.write(handle -> TokenStore.remove(handle, caller.tokenId(), null));
    }

    /// Ends one of the caller's tokens.
    void end(Caller caller, String id) {
        boolean ended = database.write(handle -> TokenStore.remove(handle, id, caller.userId()));
        if (!ended) {
            throw new Refused(new Refusal.NotFound("token"));
        }
    }

    List<TokenStore.Listed> of(Caller caller) {
        return database.read(handle -> TokenStore.ofUser(handle, caller.userId(), clock.instant()));
    }

    private void noteUse(TokenStore.InForce inForce, Instant now) {
        database.writeLater(handle -> {
            TokenStore.used(
                    handle, inForce.caller().tokenId(), now, now.plus(life(inForce.remember())));
            return inForce;
        });
    }

    private static Duration life(boolean remember) {
        return remember ? REMEMBERED_LIFE : LIFE;
    }

    private static String deviceName(@Nullable String device) {
        String name = device == null || device.isBlank() ? "unnamed" : device.strip();
        return name.length() > LONGEST_DEVICE_NAME ? name.substring(0, LONGEST_DEVICE_NAME) : name;
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
