package org.tutortimes.desktop.timer;

import java.util.List;

/// Finds what can be marked in the reference data on this computer, with no network.
public interface ChoiceSearch {

    /// The choices whose unit, task or student match every typed word, those used last first, then
    /// by unit, abbreviation and student; piles before single students' work.
    ///
    /// @param typed may be empty: the recent ones, then all piles
    /// @param limit the most to return
    List<Choice> matching(String typed, int limit);
}
