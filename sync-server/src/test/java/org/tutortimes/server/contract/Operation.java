package org.tutortimes.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One method of one path, as the contract has it.
///
/// @param parameters of the path and of the query, without references
record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]+}");

    Operation {
        parameters = List.copyOf(parameters);
    }

    /// As the server names its addresses, such as `GET /api/units/{id}`.
    String address() {
        return method + " " + path;
    }

    boolean hasPath(String rawPath) {
        String[] wanted = path.split("/", -1);
        String[] found = rawPath.split("/", -1);
        boolean matches = wanted.length == found.length;
        for (int index = 0; matches && index < wanted.length; index++) {
            matches =
                    isParameter(wanted[index])
                            ? !found[index].isEmpty()
                            : wanted[index].equals(found[index]);
        }
        return matches;
    }

    /// How many parts of the path are parameters: the fewer, the closer a path fits.
    long openParts() {
        return PARAMETER.matcher(path).results().count();
    }

    List<JsonNode> queryParameters() {
        return parameters("query");
    }

    List<JsonNode> pathParameters() {
        return parameters("path");
    }

    private List<JsonNode> parameters(String place) {
        List<JsonNode> found = new ArrayList<>(parameters);
        found.removeIf(parameter -> !parameter.path("in").asText().equals(place));
        return found;
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{");
    }
}
