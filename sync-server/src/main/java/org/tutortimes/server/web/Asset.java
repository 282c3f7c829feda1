package org.tutortimes.server.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

/// One file that browsers load, held in memory plain and zipped.
public final class Asset {

    private final String type;
    private final byte[] plain;
    private final byte[] zipped;

    public Asset(String type, byte[] content) {
        this.type = type;
        this.plain = content.clone();
        this.zipped = zipped(content);
    }

    /// A file of the program itself.
    ///
    /// @param resource where it lies, such as `/web/pages.css` or what [#webjar] says
    public static Asset of(String type, String resource) {
        try (InputStream in = open(resource)) {
            return new Asset(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a file of a WebJar lies, whatever the version.
    public static String webjar(String group, String name, String file) {
        Properties properties = new Properties();
        String about = "/META-INF/maven/" + group + "/" + name + "/pom.properties";
        try (InputStream in = open(about)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("version");
        return "/META-INF/resources/webjars/" + name + "/" + version + "/" + file;
    }

    public void addTo(MessageDigest digest) {
        digest.update(plain);
    }

    /// Answers with the file, zipped where the browser can read that.
    public void send(Context context) {
        context.header("Vary", "Accept-Encoding");
        context.contentType(type);
        String accepted = context.header("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            context.header("Content-Encoding", "gzip");
            context.result(zipped);
        } else {
            context.result(plain);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Asset.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("not in the program: " + resource);
        }
        return in;
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
