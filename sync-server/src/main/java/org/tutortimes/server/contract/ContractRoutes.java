package org.tutortimes.server.contract;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.web.Asset;
import org.tutortimes.server.web.Routes;

/// The contract for programs, and Swagger UI for people: all of it from the server itself.
public final class ContractRoutes implements Routes {

    private static final String CONTRACT = "openapi.json";
    private static final String PAGE = "index.html";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, Supplier<Asset>> FILES =
            Map.of(
                    CONTRACT,
                    ContractRoutes::contract,
                    PAGE,
                    () -> Asset.of("text/html; charset=utf-8", "/contract/docs.html"),
                    "docs.css",
                    () -> Asset.of(STYLE, "/contract/docs.css"),
                    "docs.js",
                    () -> Asset.of(SCRIPT, "/contract/docs.js"),
                    "swagger-ui.css",
                    () -> Asset.of(STYLE, swaggerUi("swagger-ui.css")),
                    "swagger-ui.js",
                    () -> Asset.of(SCRIPT, swaggerUi("swagger-ui-bundle.js")),
                    "icon.svg",
                    () -> Asset.of("image/svg+xml", "/web/icon.svg"));

    /// Few ever ask, and starting the server should not wait for it: read when first wanted.
    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/api/openapi.json", context -> send(context, CONTRACT), Access.ANYONE);
        routes.get("/api/docs", context -> send(context, PAGE), Access.ANYONE);
        routes.get(
                "/api/docs/{name}",
                context -> send(context, context.pathParam("name")),
                Access.ANYONE);
    }

    /// The same for everybody, and new only with a new version of the server.
    private void send(Context context, String name) {
        Supplier<Asset> source = FILES.get(name);
        if (source == null) {
            throw new Refused(new Refusal.NotFound("file"));
        }
        context.header("Cache-Control", "public, max-age=600");
        loaded.computeIfAbsent(name, _ -> source.get()).send(context);
    }

    private static Asset contract() {
        byte[] json = Json.write(ContractFile.read()).getBytes(StandardCharsets.UTF_8);
        return new Asset("application/json", json);
    }

    private static String swaggerUi(String file) {
        return Asset.webjar("org.webjars", "swagger-ui", file);
    }
}
