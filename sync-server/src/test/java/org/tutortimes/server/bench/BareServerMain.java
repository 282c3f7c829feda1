package org.tutortimes.server.bench;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tutortimes.model.wire.Api;
import org.tutortimes.model.wire.Json;

/// The reference of the server's benchmarks: reads the JSON of a synchronisation, inserts one row
/// for each event, answers when they are durable. No accounts, no rules, no totals.
///
/// The argument is the folder for its database.
public final class BareServerMain {

    private final BareStore store;

    private BareServerMain(BareStore store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws SQLException {
        BareServerMain server =
                new BareServerMain(new BareStore(Path.of(arguments[0]).resolve("bare.db")));
        Javalin javalin = Javalin.create(server::configure);
        javalin.start("127.0.0.1", 0);
        System.out.println("Listening on http://127.0.0.1:" + javalin.port());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.routes.post(Api.SYNC, this::store);
    }

    private void store(Context context) throws JacksonException {
        List<BareStore.Entry> entries = new ArrayList<>();
        for (JsonNode event : Json.tree(context.body()).path("events")) {
            entries.add(new BareStore.Entry(event.path("id").asText(), event.toString()));
        }
        store.insert(entries);
        StringBuilder answer = new StringBuilder("{\"results\":[");
        for (BareStore.Entry entry : entries) {
            answer.append("{\"id\":\"").append(entry.id()).append("\",\"status\":\"stored\"},");
        }
        answer.setCharAt(answer.length() - 1, ']');
        context.contentType("application/json").result(answer.append('}').toString());
    }
}
