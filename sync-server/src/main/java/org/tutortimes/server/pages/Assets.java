package org.tutortimes.server.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

/// The few files that the pages load, held in memory. Their addresses change with their content, so
/// browsers keep them for good.
final class Assets {

    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final String version;

    Assets() {
        add("pico.css", webjar("picocss__pico", "css/pico.min.css"), STYLE);
        add("echarts.js", webjar("echarts", "dist/echarts.simple.min.js"), SCRIPT);
        add("pages.css", "/web/pages.css", STYLE);
        add("live.js", "/web/live.js", SCRIPT);
        add("chart.js", "/web/chart.js", SCRIPT);
        add("clocks.js", "/web/clocks.js", SCRIPT);
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
        assets.put(name, new Asset(type, read(resource)));
    }

    private static String webjar(String name, String file) {
        Properties properties = new Properties();
        String about = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (InputStream in = open(about)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String at = properties.getProperty("version");
        return "/META-INF/resources/webjars/" + name + "/" + at + "/" + file;
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("not in the program: " + resource);
        }
        return in;
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
