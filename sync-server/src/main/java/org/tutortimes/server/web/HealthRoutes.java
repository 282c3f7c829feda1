package org.tutortimes.server.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.access.Access;

/// Whether the server is there, and whether it can do its work.
public final class HealthRoutes implements Routes {

    private final Runnable readiness;

    /// @param readiness throws where the database or the disk does not answer
    public HealthRoutes(Runnable readiness) {
        this.readiness = readiness;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        // Programs that watch servers like to ask for the status alone.
        routes.get("/health/live", HealthRoutes::live, Access.ANYONE);
        routes.head("/health/live", HealthRoutes::live, Access.ANYONE);
        routes.get(Api.HEALTH_READY, this::ready, Access.ANYONE);
        routes.head(Api.HEALTH_READY, this::ready, Access.ANYONE);
    }

    private static void live(Context context) {
        context.json(Map.of("status", "live"));
    }

    private void ready(Context context) {
        readiness.run();
        context.json(Map.of("status", "ready"));
    }
}
