package org.tutortimes.server.pages;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;

/// One file that the pages load, plain and zipped.
final class Asset {

    private final String type;
    private final byte[] plain;
    private final byte[] zipped;

    Asset(String type, byte[] content) {
        this.type = type;
        this.plain = content;
        this.zipped = zipped(content);
    }

    void addTo(MessageDigest digest) {
        digest.update(plain);
    }

    void send(Context context) {
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
