package org.tutortimes.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What holds the server against its contract must itself be able to find something.
class PlantedFaultsTest {

    private static final String UNITS =
            """
            {"items": [{"id": 10, "code": "SIT221", "name": "Data Structures",
              "zone": "Australia/Melbourne", "active": true, "own_tutor_time": 0}],
             "next_cursor": null}
            """;
    private static final String NOT_SIGNED_IN =
            "{\"error\": \"Sign in first.\", \"code\": \"not_signed_in\", \"details\": {}}";

    private final Contract contract = Contract.OF_THE_SERVER;

    @Test
    void answersAsTheServerGivesThemPass() {
        assertThat(faults("GET", "/api/units", 200, UNITS)).isEmpty();
        assertThat(faults("GET", "/api/units", 401, NOT_SIGNED_IN)).isEmpty();
        assertThat(faults("GET", "/somewhere", 200, "anything")).isEmpty();
    }

    @Test
    void fieldThatIsNotInTheFileIsFound() {
        String more = UNITS.replace("\"id\": 10", "\"id\": 10, \"secret\": 1");
        assertThat(faults("GET", "/api/units", 200, more)).anyMatch(has("secret"));
        String moreInError = NOT_SIGNED_IN.replace("{}", "{\"hint\": \"x\"}");
        assertThat(faults("GET", "/api/units", 401, moreInError)).isNotEmpty();
        assertThat(
                        faults(
                                "GET",
                                "/api/units",
                                401,
                                NOT_SIGNED_IN.replace("{\"e", "{\"a\": 1, \"e")))
                .anyMatch(has("'a'"));
    }

    @Test
    void fieldThatIsMissingIsFound() {
        String less = UNITS.replace("\"code\": \"SIT221\", ", "");
        assertThat(faults("GET", "/api/units", 200, less)).anyMatch(has("code"));
    }

    @Test
    void wrongTypeIsFound() {
        String text = UNITS.replace("\"id\": 10", "\"id\": \"10\"");
        assertThat(faults("GET", "/api/units", 200, text)).anyMatch(has("/items/0/id"));
        String day = UNITS.replace("\"active\"", "\"start_date\": \"soon\", \"active\"");
        assertThat(faults("GET", "/api/units", 200, day)).anyMatch(has("start_date"));
        String none = UNITS.replace("true", "null");
        assertThat(faults("GET", "/api/units", 200, none)).anyMatch(has("active"));
    }

    @Test
    void statusThatIsNotInTheFileIsFound() {
        assertThat(faults("GET", "/api/units", 409, NOT_SIGNED_IN)).anyMatch(has("409"));
        assertThat(faults("GET", "/api/units", 201, UNITS)).anyMatch(has("201"));
    }

    @Test
    void codeThatIsNotInTheFileIsFound() {
        String other = NOT_SIGNED_IN.replace("not_signed_in", "who_are_you");
        assertThat(faults("GET", "/api/units", 401, other)).anyMatch(has("code"));
    }

    @Test
    void pathAndMethodThatAreNotInTheFileAreFound() {
        assertThat(faults("GET", "/api/hidden", 200, "{}")).anyMatch(has("path"));
        assertThat(faults("PUT", "/api/units", 200, "{}")).anyMatch(has("method"));
    }

    @Test
    void queryParameterThatIsNotInTheFileIsFound() {
        assertThat(faults("GET", "/api/units?colour=red", 200, UNITS)).anyMatch(has("colour"));
    }

    @Test
    void requestThatTheFileForbidsAndTheServerTakesIsFound() {
        String body = "{\"unit_role_id\": \"a hundred\"}";
        Exchange exchange =
                exchange("POST", "/api/tutor-times/start", body, 201, "application/json", "{}");
        assertThat(contract.faults(exchange)).anyMatch(has("unit_role_id"));
        Exchange unwanted =
                exchange("GET", "/api/units", "{\"a\": 1}", 200, "application/json", UNITS);
        assertThat(contract.faults(unwanted)).anyMatch(has("no body"));
    }

    @Test
    void wrongMediaTypeAndUnwantedBodyAreFound() {
        Exchange page = exchange("GET", "/api/units", "", 200, "text/html", "<p>");
        assertThat(contract.faults(page)).anyMatch(has("text/html"));
        assertThat(faults("DELETE", "/api/auth", 204, "{}")).anyMatch(has("no body"));
        assertThat(faults("GET", "/api/units", 200, "{\"items\": [")).anyMatch(has("not JSON"));
    }

    @Test
    void missingHeaderIsFound() {
        String busy = "{\"error\": \"Busy.\", \"code\": \"busy\", \"details\": {}}";
        assertThat(faults("GET", "/api/units", 503, busy)).anyMatch(has("Retry-After"));
    }

    @Test
    void faultFailsTheTestThatMetIt() {
        Exchange exchange = exchange("GET", "/api/units", "", 200, "application/json", "{}");
        assertThatThrownBy(() -> contract.hold(exchange))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("openapi.yaml")
                .hasMessageContaining("GET")
                .hasMessageContaining("items");
    }

    private List<String> faults(String method, String path, int status, String body) {
        return contract.faults(exchange(method, path, "", status, "application/json", body));
    }

    private static Exchange exchange(
            String method, String path, String sent, int status, String type, String body) {
        return new Exchange(
                method,
                URI.create("http://127.0.0.1" + path),
                sent,
                status,
                HttpHeaders.of(Map.of("Content-Type", List.of(type)), (_, _) -> true),
                body);
    }

    private static Predicate<String> has(String text) {
        return fault -> fault.contains(text);
    }
}
