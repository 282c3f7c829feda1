package org.tutortimes.server.token;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.request.Cursor;
import org.tutortimes.server.request.Query;
import org.tutortimes.server.web.Routes;

/// The caller's own tokens, and for administrators everybody's and those of services.
public final class TokenRoutes implements Routes {

    /// In cursors, so that those of other lists are refused.
    private static final String LIST = "tokens";

    private static final String OWN = Api.AUTH + "/tokens";
    private static final String ALL = "/api/admin/tokens";
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final Tokens tokens;
    private final ServiceTokens services;
    private final AdminTokens all;
    private final Clock clock;

    public TokenRoutes(Tokens tokens, ServiceTokens services, AdminTokens all, Clock clock) {
        this.tokens = tokens;
        this.services = services;
        this.all = all;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(OWN, this::listOwn, Access.SIGNED_IN);
        routes.delete(OWN + "/{id}", this::endOwn, Access.SIGNED_IN);
        routes.get(ALL, this::listAll, Access.ADMIN);
        routes.post(ALL, this::makeForService, Access.ADMIN);
        routes.delete(ALL + "/{id}", this::endAny, Access.ADMIN);
    }

    private void listOwn(Context context) {
        context.json(new OwnTokens(tokens.of(AccessControl.caller(context)), null));
    }

    private void endOwn(Context context) {
        tokens.end(AccessControl.caller(context), context.pathParam("id"));
        context.status(204);
    }

    private void listAll(Context context) {
        Query query = Query.of(context);
        String kind = query.oneOf("kind", "user", "service");
        Long userId = query.number("user_id");
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        AdminTokenStore.Position after = position(query);
        query.refuseFaults();
        List<ListedToken> found =
                all.list(new AdminTokenStore.Wanted(kind(kind), userId, after, limit + 1));
        List<ListedToken> page = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() <= limit
                        ? null
                        : Cursor.of(
                                LIST,
                                page.getLast().createdAt().toEpochMilli(),
                                page.getLast().id());
        context.json(new AllTokens(page, next));
    }

    private void makeForService(Context context) {
        Body body = Body.of(context);
        String name = body.requiredText("name").strip();
        // What was said first of a field stays: a missing one is not too short as well.
        ServiceTokens.fault(name).ifPresent(fault -> body.fault("name", fault));
        Instant expiresAt = body.instant("expires_at");
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            body.fault("expires_at", "must lie in the future");
        }
        body.refuseFaults();
        context.status(201).json(services.make(AccessControl.caller(context), name, expiresAt));
    }

    private void endAny(Context context) {
        all.end(AccessControl.caller(context), context.pathParam("id"));
        context.status(204);
    }

    private static ListedToken.@Nullable Kind kind(@Nullable String name) {
        return name == null
                ? null
                : name.equals("user") ? ListedToken.Kind.USER : ListedToken.Kind.SERVICE;
    }

    private static AdminTokenStore.@Nullable Position position(Query query) {
        List<String> parts = query.cursor(LIST, 2);
        return parts == null
                ? null
                : new AdminTokenStore.Position(query.cursorNumber(parts, 0), parts.getLast());
    }

    private record OwnTokens(List<OwnToken> items, @Nullable String nextCursor) {}

    private record AllTokens(List<ListedToken> items, @Nullable String nextCursor) {}
}
