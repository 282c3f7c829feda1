package org.tutortimes.server.importformat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the files of an import hold, before it is compared with anything.
public final class ImportContent {

    private final Map<ImportList, List<ImportRow>> rows = new EnumMap<>(ImportList.class);
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final List<ImportFault> faults = new ArrayList<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<ImportList> unreadable = EnumSet.noneOf(ImportList.class);

    void add(ImportRow row) {
        rows.computeIfAbsent(row.list(), _ -> new ArrayList<>()).add(row);
    }

    void add(ImportFault fault) {
        faults.add(fault);
    }

    /// A fault that keeps the rest of some lists from being read: what refers to rows that may
    /// stand there cannot be judged.
    void add(ImportFault fault, Collection<ImportList> cutShort) {
        faults.add(fault);
        unreadable.addAll(cutShort);
    }

    /// Something that no import knows is left out, and the caller told.
    void ignore(String what) {
        ignored.add(what);
    }

    public List<ImportRow> rows(ImportList list) {
        return rows.getOrDefault(list, List.of());
    }

    public List<ImportFault> faults() {
        return List.copyOf(faults);
    }

    public List<String> ignored() {
        return List.copyOf(ignored);
    }

    /// Takes note of the columns that a file with a first row names.
    void columns(String file, Set<String> names) {
        columns.put(file, Set.copyOf(names));
    }

    /// Whether no row of this row's file can give this column.
    public boolean lacks(ImportRow row, Column column) {
        Set<String> named = columns.get(row.file());
        return named != null && !named.contains(column.name());
    }

    /// Whether all rows that the files hold of a list are known.
    public boolean isComplete(ImportList list) {
        return !unreadable.contains(list);
    }
}
