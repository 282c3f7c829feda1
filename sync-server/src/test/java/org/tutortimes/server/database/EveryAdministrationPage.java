package org.tutortimes.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.BiConsumer;
import org.tutortimes.server.TestServer;

/// Asks for the pages of a unit's people and of administrators, and for what their forms do.
///
/// @param page asks for a page, by who asks and its address
record EveryAdministrationPage(TestServer server, BiConsumer<String, String> page) {

    private static final String FORM = "application/x-www-form-urlencoded";

    void send(String who) {
        for (String path :
                List.of(
                        "/units/10/people",
                        "/people",
                        "/people?q=ti",
                        "/people?q=ti&kind=admins",
                        "/people?kind=deactivated",
                        "/people/new",
                        "/people/1",
                        "/units?q=sit&ended=true",
                        "/units?after=10",
                        "/units/new",
                        "/units/10/settings",
                        "/audit",
                        "/audit?q=ada&from=2026-07-13&to=2026-12-31",
                        "/audit?action=session_corrected&subject_type=tutor_time",
                        "/audit?user_id=1&unit_id=10",
                        "/system")) {
            page.accept(who, path);
        }
        post(who, "/units/10/people", "who=sam");
        post(who, "/units/10/people", "who=som%25&role=convenor");
        // Convenors look among others than administrators do.
        post("cora", "/units/10/people", "who=som%25");
        post(who, "/units/10/people/list", "people=sam%0Atom&check=1");
        post(who, "/units/10/people/list", "people=Sam+Lee%0Atom");
        post(who, "/people/1", "name=Tia+T.");
        post(who, "/system/tokens", "name=page");
    }

    private void post(String who, String path, String fields) {
        HttpRequest request =
                HttpRequest.newBuilder(server.request("GET", path, null).build().uri())
                        .header("Authorization", "Bearer " + who)
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 500 || status == 403 || status == 404) {
                throw new AssertionError(path + " answers " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
