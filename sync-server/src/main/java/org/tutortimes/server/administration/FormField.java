package org.tutortimes.server.administration;

/// A field of a form, as the template writes it: every text is final.
///
/// @param type such as `text`, `email`, `date` or `number`
/// @param hint what may stand in it; empty where that is plain
/// @param wrong what is wrong with it; empty where nothing is
public record FormField(
        String name,
        String label,
        String type,
        boolean required,
        String value,
        String hint,
        String wrong) {}
