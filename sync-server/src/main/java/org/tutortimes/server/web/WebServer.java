package org.tutortimes.server.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.json.JavalinJackson;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.model.wire.ApiError;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.StartFailure;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Authentication;
import org.tutortimes.server.access.ClientAddress;
import org.tutortimes.server.access.TrustedProxies;
import org.tutortimes.server.request.FormFields;

/// The HTTP server around the routes of the features.
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final int LARGEST_UPLOAD = 1024 * 1024;
    private static final int MOST_PASSED_OVER = 16 * 1024 * 1024;

    private final AccessControl accessControl;
    private final TrustedProxies proxies;
    private final List<Routes> features;
    private final List<Runnable> beforeStop = new ArrayList<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Javalin javalin;

    /// @param proxies the web servers in front of this one
    public WebServer(Authentication authentication, TrustedProxies proxies, List<Routes> features) {
        this.proxies = proxies;
        this.accessControl = new AccessControl(authentication);
        this.features = List.copyOf(features);
        this.javalin = Javalin.create(this::configure);
    }

    /// Runs something when the server is about to stop, such as the end of the live streams.
    public void beforeStop(Runnable action) {
        beforeStop.add(action);
    }

    /// Begins to answer.
    ///
    /// @param port 0 for any that is free
    /// @throws StartFailure where the address cannot be had
    public void start(String host, int port) {
        try {
            javalin.start(host, port);
        } catch (JavalinBindException e) {
            throw new StartFailure(
                    "Port %d of %s is in use, or may not be used. Choose another with --port."
                            .formatted(port, host),
                    e);
        }
    }

    public int port() {
        return javalin.port();
    }

    /// Every method and path that it answers, such as `GET /api/units/{id}`, with who may call it.
    public Map<String, Access> addresses() {
        Map<String, Access> addresses = new TreeMap<>();
        for (ParsedEndpoint parsed : javalin.unsafe.internalRouter.allHttpHandlers()) {
            Roles roles = parsed.endpoint.metadata(Roles.class);
            if (roles != null && parsed.endpoint.method.isHttpMethod()) {
                roles.getRoles().stream()
                        .filter(Access.class::isInstance)
                        .map(Access.class::cast)
                        .forEach(access ->
                                addresses.put(
                                        parsed.endpoint.method + " " + parsed.endpoint.path,
                                        access));
            }
        }
        return addresses;
    }

    /// Refuses new work, ends the live streams, and finishes what it has.
    @Override
    public void close() {
        if (stopping.compareAndSet(false, true)) {
            beforeStop.forEach(Runnable::run);
            javalin.stop();
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jsonMapper(new JavalinJackson(Json.mapper(), true));
        config.jetty.modifyServer(server -> server.setStopTimeout(LONGEST_STOP.toMillis()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(this::refuseWhenStopping);
        config.routes.before(SecurityHeaders::add);
        config.routes.before(WebServer::refuseLargeUploads);
        config.routes.before(context -> ClientAddress.find(context, proxies));
        config.routes.beforeMatched(FormFields::check);
        config.routes.beforeMatched(accessControl::check);
        features.forEach(feature -> feature.addTo(config.routes));
        config.routes.exception(Refused.class, (e, context) -> refuse(context, e.refusal()));
        config.routes.exception(HttpResponseException.class, WebServer::refuseByJavalin);
        config.routes.exception(Exception.class, WebServer::fail);
    }

    private void refuseWhenStopping(Context context) {
        if (stopping.get()) {
            context.header("Connection", "close");
            throw new Refused(new Refusal.Busy(5));
        }
    }

    /// Forms with a file are read as a whole before anybody looks at them.
    private static void refuseLargeUploads(Context context) {
        boolean fits = context.contentLength() >= 0 && context.contentLength() <= LARGEST_UPLOAD;
        if (context.isMultipart() && !fits) {
            throw new Refused(new Refusal.TooLarge(LARGEST_UPLOAD));
        }
    }

    private static void refuse(Context context, Refusal refusal) {
        RefusalMapping.Answer answer = RefusalMapping.answer(refusal);
        RefusalMapping.retryAfterSeconds(refusal)
                .ifPresent(seconds -> context.header("Retry-After", Long.toString(seconds)));
        if (refusal instanceof Refusal.TooLarge) {
            // More of the body may come than is passed over: nothing can follow it here.
            context.header("Connection", "close");
            passOverBody(context);
        }
        context.status(answer.status()).json(answer.error());
    }

    /// Clients send all that they have before they read an answer, and would find the connection
    /// cut instead of it.
    private static void passOverBody(Context context) {
        byte[] part = new byte[8192];
        try {
            InputStream body = context.req().getInputStream();
            int read = 0;
            for (int passed = 0; read >= 0 && passed < MOST_PASSED_OVER; passed += read) {
                read = body.read(part);
            }
        } catch (IOException e) {
            LOG.debug("A client went while it sent too much", e);
        }
    }

    private static void refuseByJavalin(HttpResponseException e, Context context) {
        switch (HttpStatus.forStatus(e.getStatus())) {
            case NOT_FOUND -> refuse(context, new Refusal.NotFound("address"));
            case METHOD_NOT_ALLOWED ->
                    refuse(context, new Refusal.MethodNotAllowed(allowedMethods(e)));
            case CONTENT_TOO_LARGE -> refuse(context, new Refusal.TooLarge(0));
            case UNSUPPORTED_MEDIA_TYPE -> refuse(context, new Refusal.NotJson());
            default -> refuse(context, Refusal.Malformed.field("request", "cannot be understood"));
        }
    }

    private static List<String> allowedMethods(HttpResponseException e) {
        String methods = e.getDetails().getOrDefault("availableMethods", "");
        return Arrays.stream(methods.split(",")).map(String::strip).sorted().toList();
    }

    /// Whatever nobody thought of: told once in the log, and outside only under its id.
    private static void fail(Exception e, Context context) {
        String id = UUID.randomUUID().toString();
        LOG.error("Failure {} at {} {}", id, context.method(), context.path(), e);
        context.status(HttpStatus.INTERNAL_SERVER_ERROR)
                .json(
                        new ApiError(
                                "The server failed. Tell its operator the id.",
                                "internal_error",
                                Map.of("id", id)));
    }
}
