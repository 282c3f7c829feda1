package org.tutortimes.server.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.SyncRequest;
import org.tutortimes.model.wire.Api;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.contact.Contacts;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.web.Routes;

/// `POST /api/sync`.
public final class SyncRoutes implements Routes {

    private static final UUID NO_ID = new UUID(0, 0);

    private final SyncExchange exchange;
    private final Contacts contacts;

    public SyncRoutes(SyncExchange exchange, Contacts contacts) {
        this.exchange = exchange;
        this.contacts = contacts;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post(Api.SYNC, this::sync, Access.SIGNED_IN);
    }

    private void sync(Context context) {
        SyncRequest request = request(Body.of(context, Api.MOST_SYNC_BYTES));
        Caller caller = AccessControl.caller(context);
        contacts.heard(request.deviceId(), caller.userId());
        context.json(exchange.answer(caller, request));
    }

    private static SyncRequest request(Body body) {
        UUID deviceId = body.uuid("device_id");
        if (deviceId == null) {
            body.fault("device_id", "must be given");
        }
        Instant sentAt = body.instant("sent_at");
        String version = body.requiredText("client_version");
        ClientVersion.check(version, body);
        Long since = body.number("since");
        if (since != null && since < 0) {
            body.fault("since", "must not be negative");
        }
        String reference = body.text("reference");
        List<JsonNode> events = events(body);
        body.refuseFaults();
        return new SyncRequest(
                deviceId == null ? NO_ID : deviceId,
                version,
                sentAt == null ? Instant.EPOCH : sentAt,
                since == null ? 0 : since,
                reference,
                events);
    }

    private static List<JsonNode> events(Body body) {
        @Nullable JsonNode list = body.has("events") ? body.field("events") : null;
        if (list != null && !list.isArray()) {
            body.fault("events", "must be a list");
        }
        if (list != null && list.size() > Api.MOST_EVENTS) {
            // As with too many bytes, the device sends half of them next.
            throw new Refused(new Refusal.TooMany(Api.MOST_EVENTS));
        }
        List<JsonNode> events = new ArrayList<>();
        if (list != null) {
            list.forEach(events::add);
        }
        return events;
    }
}
