package org.tutortimes.server.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that is sent while it is made, so that its size does not matter.
public final class Download {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final String DISPOSITION = "Content-Disposition";

    /// Cuts the connection, by the servlet container's own agreement.
    private static final int CUT = -1;

    private Download() {}

    /// Makes a file. Whatever fails in reading is no [IOException]: that is how a client that has
    /// gone shows.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Answers with a file that browsers keep under this name.
    ///
    /// What fails before anything was sent is answered as any failure is. After that the connection
    /// is cut: a file that ended in good order would be taken for the whole.
    ///
    /// @param name in ASCII, without quotes
    public static void send(Context context, String type, String name, Content content) {
        HttpServletResponse response = context.res();
        response.setContentType(type);
        response.setHeader(DISPOSITION, "attachment; filename=\"" + name + "\"");
        try {
            content.writeTo(response.getOutputStream());
        } catch (IOException e) {
            LOG.debug("Nobody takes {} any more", name, e);
            cut(response);
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                response.setHeader(DISPOSITION, null);
                throw e;
            }
            LOG.error("Failure in the middle of {}, which is cut off", name, e);
            cut(response);
        }
    }

    private static void cut(HttpServletResponse response) {
        try {
            response.sendError(CUT);
        } catch (IOException e) {
            LOG.debug("It was cut already", e);
        }
    }
}
