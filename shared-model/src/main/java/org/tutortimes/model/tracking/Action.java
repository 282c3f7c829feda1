package org.tutortimes.model.tracking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a tutor may be observed to do: a closed list, with the names that OnTrack uses.
///
/// Source: design, tracking, rule 2.
public enum Action {
    INBOX("inbox"),
    GET("GET"),
    PUT("PUT"),
    ASSESSING("assessing"),
    ADD_COMMENT("add-comment"),
    EDIT_COMMENT("edit-comment"),
    GET_COMMENTS("get-comments"),
    DELETE_COMMENT("delete-comment"),
    GET_COMMENT_ATTACHMENT("get-comment-attachment"),
    MARK_COMMENT_UNREAD("mark-comment-unread"),
    GET_SUBMISSION_DETAILS("get-submission-details"),
    GET_SUBMISSION_FILES("get-submission-files");

    private final String wireName;

    Action(String wireName) {
        this.wireName = wireName;
    }

    /// The name on the wire and in storage, such as `add-comment`.
    public String wireName() {
        return wireName;
    }

    /// The action of this name, in exactly this spelling; empty for an unknown one.
    public static Optional<Action> of(String wireName) {
        return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
    }

    /// All names, in the order of the list.
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Action::wireName).toList();
    }
}
