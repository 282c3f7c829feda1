package org.tutortimes.server.pages;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tutortimes.model.wire.Json;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.language.Language;
import org.tutortimes.server.language.Words;
import org.tutortimes.server.web.Asset;

/// The few files that the pages load, held in memory. Their addresses change with their content, so
/// browsers keep them for good.
final class Assets {

    private static final String NPM = "org.webjars.npm";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /// What the pages of students are made of.
    private static final List<String> FOR_STUDENTS =
            List.of(
                    "calls.js",
                    "delivery.js",
                    "desk.js",
                    "handChoice.js",
                    "ids.js",
                    "keyChoice.js",
                    "marker.js",
                    "outbox.js",
                    "ownList.js",
                    "passages.js",
                    "positions.js",
                    "presence.js",
                    "stateStream.js",
                    "submitDialog.js",
                    "troubles.js",
                    "waitingHere.js");

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final String version;

    Assets() {
        add("pico.css", Asset.webjar(NPM, "picocss__pico", "css/pico.min.css"), STYLE);
        add("echarts.js", Asset.webjar(NPM, "echarts", "dist/echarts.simple.min.js"), SCRIPT);
        add("fullcalendar.js", Asset.webjar(NPM, "fullcalendar", "index.global.min.js"), SCRIPT);
        add("calendar.js", "/web/calendar.js", SCRIPT);
        add("calendar.css", "/web/calendar.css", STYLE);
        add("pages.css", "/web/pages.css", STYLE);
        add("live.js", "/web/live.js", SCRIPT);
        add("filters.js", "/web/filters.js", SCRIPT);
        add("breakdown.js", "/web/breakdown.js", SCRIPT);
        add("print.js", "/web/print.js", SCRIPT);
        add("segments.js", "/web/segments.js", SCRIPT);
        add("zone.js", "/web/zone.js", SCRIPT);
        add("chart.js", "/web/chart.js", SCRIPT);
        add("clocks.js", "/web/clocks.js", SCRIPT);
        add("classroom.css", "/web/classroom.css", STYLE);
        add("board.js", "/web/board.js", SCRIPT);
        add("sitting.js", "/web/sitting.js", SCRIPT);
        FOR_STUDENTS.forEach(name -> add(name, "/web/" + name, SCRIPT));
        add("words.js", "/web/words.js", SCRIPT);
        assets.put("texts.js", texts());
        add("morph.js", "/web/morph.js", SCRIPT);
        add("icon.svg", "/web/icon.svg", "image/svg+xml");
        version = digest();
    }

    /// Where a page finds them: the name follows.
    String base() {
        return "/assets/" + version + "/";
    }

    void serve(Context context) {
        Asset asset = assets.get(context.pathParam("name"));
        if (asset == null || !context.pathParam("version").equals(version)) {
            throw new Refused(new Refusal.NotFound("file"));
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        asset.send(context);
    }

    private void add(String name, String resource, String type) {
        assets.put(name, Asset.of(type, resource));
    }

    /// What the scripts say, in every language.
    private static Asset texts() {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (Language language : Language.values()) {
            texts.put(language.tag(), new TreeMap<>(Words.in(language).ofScripts()));
        }
        String script = "export default " + Json.write(texts) + ";\n";
        return new Asset(SCRIPT, script.getBytes(StandardCharsets.UTF_8));
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            assets.values().forEach(asset -> asset.addTo(digest));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
