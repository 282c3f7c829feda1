package org.tutortimes.server.sessions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file of a unit's completed timer sessions, as a link.
///
/// @param name of the format, which is the same in every language
public record DownloadLink(String name, String address) {

    private static final List<List<String>> FORMATS =
            List.of(
                    List.of("CSV", "csv"),
                    List.of("Excel", "xlsx"),
                    List.of("iCalendar", "ics"),
                    List.of("JSON", "json"));

    /// The files of some days.
    ///
    /// @param from the first day; empty for the first there is
    /// @param to the last day; empty for the last there is
    public static List<DownloadLink> all(long unitId, String from, String to) {
        List<String> days = new ArrayList<>();
        Stream.of(List.of("from", from), List.of("to", to))
                .filter(each -> !each.getLast().isEmpty())
                .forEach(each ->
                        days.add(
                                each.getFirst()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getLast(), StandardCharsets.UTF_8)));
        String choice = days.isEmpty() ? "" : "?" + String.join("&", days);
        return FORMATS.stream()
                .map(format ->
                        new DownloadLink(
                                format.getFirst(),
                                "/api/units/%d/export.%s%s"
                                        .formatted(unitId, format.getLast(), choice)))
                .toList();
    }
}
