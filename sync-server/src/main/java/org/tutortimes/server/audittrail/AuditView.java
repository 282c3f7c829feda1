package org.tutortimes.server.audittrail;

import java.util.List;

/// A page of the audit log, as its template writes it: every text is final.
///
/// @param actions what can be asked for, and so below
/// @param first the address of the first page; empty where this is it
/// @param next the address of the next one; empty on the last
/// @param about what is asked for beyond the fields of the form; empty for nothing
public record AuditView(
        Chosen chosen,
        List<Choice> actions,
        List<Choice> subjects,
        List<Choice> units,
        List<Line> lines,
        String first,
        String next,
        String about,
        String zone) {

    /// What the fields of the form hold.
    ///
    /// @param userId and the next two are asked for by links from other pages
    public record Chosen(
            String words,
            String from,
            String to,
            String userId,
            String subjectId,
            boolean filtered) {}

    /// One of the choices of a field.
    public record Choice(String value, String words, boolean current) {}

    /// An entry.
    ///
    /// @param actorName of the account; empty where it says nothing more
    /// @param subject what it is about, such as `Account`
    /// @param name of the subject; empty where it has none
    /// @param link where the subject can be seen; empty where it cannot
    public record Line(
            String when,
            String actor,
            String actorName,
            String address,
            String action,
            String subject,
            String name,
            String link,
            String unit,
            String note,
            boolean changed,
            List<Change> changes) {}

    /// A field that was another before, or that is shown as it was or became.
    ///
    /// @param before empty where there was nothing
    /// @param after empty where there is nothing
    public record Change(String field, String before, String after) {}
}
