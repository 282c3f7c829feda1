package org.tutortimes.server.admin;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Access;
import org.tutortimes.server.access.AccessControl;
import org.tutortimes.server.importformat.ImportFault;
import org.tutortimes.server.importing.Editor;
import org.tutortimes.server.importing.Import;
import org.tutortimes.server.importing.ImportResult;
import org.tutortimes.server.request.Body;
import org.tutortimes.server.web.Routes;

/// Import over HTTP, for administrators and other programs.
public final class AdminImportRoutes implements Routes {

    private static final long MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_FAULTS = 1_000;

    private final Import importer;

    /// A large import takes much memory while it is compared: one at a time.
    private final Semaphore place = new Semaphore(1);

    public AdminImportRoutes(Import importer) {
        this.importer = importer;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/api/admin/import", this::run, Access.ADMIN_OR_SERVICE);
    }

    private void run(Context context) {
        Editor editor =
                AccessControl.callerIfAny(context)
                        .<Editor>map(Administrator::new)
                        .orElseGet(() -> new Program(AccessControl.actor(context)));
        if (!place.tryAcquire()) {
            throw new Refused(new Refusal.Busy(5));
        }
        try (InputStream body = Body.stream(context, MOST_BYTES)) {
            switch (importer.run("request", body, editor)) {
                case ImportResult.Imported imported -> context.json(imported);
                case ImportResult.Faulty faulty -> {
                    // Who is still sending would not listen to the answer.
                    body.transferTo(OutputStream.nullOutputStream());
                    throw new Refused(refusal(faulty.faults()));
                }
            }
        } catch (IOException e) {
            throw new Refused(Refusal.Malformed.field("body", "ended too early"));
        } finally {
            place.release();
        }
    }

    private static Refusal refusal(List<ImportFault> faults) {
        return new Refusal.Faulty(
                faults.stream()
                        .limit(MOST_FAULTS)
                        .map(fault ->
                                new Refusal.Faulty.Fault(
                                        fault.line(), fault.field(), fault.message()))
                        .toList(),
                faults.size());
    }
}
