package org.tutortimes.server.sessions;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tutortimes.server.sessions.Order.Shown;
import org.tutortimes.server.sessions.Order.Sort;

/// The links of a table: each keeps what was chosen, which stands in the address.
///
/// @param path of the page
/// @param chosen the filters that are set, by parameter
public record TablePage(String path, Map<String, String> chosen, Order order) {

    private static final String SORT = "sort";
    private static final String ORDER = "order";
    private static final String ASCENDING = "ascending";

    /// The heading of a column that the table can be sorted by.
    ///
    /// @param address sorts by it, or the other way round where it is already
    /// @param sorted `ascending` or `descending`, as screen readers want it; null where it is
    ///   sorted by another
    public record Heading(String address, @Nullable String sorted) {}

    /// The links around a page.
    ///
    /// @param before null on the first page
    /// @param after null on the last
    public record Pager(@Nullable String before, @Nullable String after) {}

    static TablePage of(Context context, Order order, List<String> filters) {
        Map<String, String> chosen = new TreeMap<>();
        for (String filter : filters) {
            String value = context.queryParam(filter);
            if (value != null && !value.isEmpty()) {
                chosen.put(filter, value);
            }
        }
        return new TablePage(context.path(), chosen, order);
    }

    /// A field that a form of filters sends along.
    public record OrderField(String name, String value) {}

    /// The fields that keep the table sorted as it is.
    public List<OrderField> orderFields() {
        List<OrderField> fields = new ArrayList<>();
        if (order.sort() != Sort.START) {
            fields.add(new OrderField(SORT, order.sort().inAddress()));
        }
        if (!order.descending()) {
            fields.add(new OrderField(ORDER, ASCENDING));
        }
        return fields;
    }

    /// What was chosen for a filter; empty for nothing.
    String value(String filter) {
        return chosen.getOrDefault(filter, "");
    }

    Heading heading(Sort sort) {
        boolean current = order.sort() == sort;
        boolean descending = !current || !order.descending();
        return new Heading(
                address(sort, descending, null),
                !current ? null : order.descending() ? "descending" : ASCENDING);
    }

    <T> Pager pager(Shown<T> shown, ToLongFunction<T> key, Function<T, ?> id) {
        List<T> rows = shown.rows();
        return rows.isEmpty()
                ? new Pager(null, null)
                : new Pager(
                        shown.hasBefore() ? beside(rows.getFirst(), key, id, true) : null,
                        shown.hasAfter() ? beside(rows.getLast(), key, id, false) : null);
    }

    private <T> String beside(T row, ToLongFunction<T> key, Function<T, ?> id, boolean before) {
        return address(
                order.sort(),
                order.descending(),
                order.cursor(key.applyAsLong(row), id.apply(row), before));
    }

    private String address(Sort sort, boolean descending, @Nullable String cursor) {
        List<String> parts = new ArrayList<>();
        chosen.forEach((name, value) -> parts.add(name + "=" + encoded(value)));
        new TablePage(path, chosen, new Order(order.table(), sort, descending, null))
                .orderFields()
                .forEach(field -> parts.add(field.name() + "=" + field.value()));
        if (cursor != null) {
            parts.add("cursor=" + cursor);
        }
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
