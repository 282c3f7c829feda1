package org.tutortimes.server.calendar;

/// What the browser may load on the page of the calendar.
final class CalendarPolicy {

    /// FullCalendar makes an empty style element and fills it rule by rule. The hash is that of
    /// nothing at all: it lets an empty element in and no style that anybody writes into the page.
    static final String TEXT =
            "default-src 'self'; img-src 'self' data:; font-src 'self' data:;"
                    + " style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private CalendarPolicy() {}
}
