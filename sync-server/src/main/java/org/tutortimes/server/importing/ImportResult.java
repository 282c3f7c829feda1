package org.tutortimes.server.importing;

import java.util.List;
import org.tutortimes.server.importformat.ImportFault;

/// What became of an import: all of it or nothing.
public sealed interface ImportResult {

    /// It is stored.
    ///
    /// @param lists what was done with each list that it holds
    /// @param ignored names of lists and columns that no import knows
    /// @param released how many held events could be applied because of it
    record Imported(List<ListSummary> lists, List<String> ignored, int released)
            implements ImportResult {
        public Imported {
            lists = List.copyOf(lists);
            ignored = List.copyOf(ignored);
        }
    }

    /// Nothing is stored.
    ///
    /// @param faults every one of them, in the order of the files
    record Faulty(List<ImportFault> faults) implements ImportResult {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// How many rows of a list were new, differed from what was stored, or did not.
    record ListSummary(String list, int added, int changed, int unchanged) {}
}
