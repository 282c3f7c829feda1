package org.tutortimes.server.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tutortimes.model.sync.Reference;

/// Names the state of a tutor's reference data, and gives what a device lacks of it.
///
/// The name is the counter of imports and a hash of the tutor's own unit roles. Whoever has the
/// same roles lacks what later imports changed; whoever has others starts anew.
final class ReferenceData {

    private ReferenceData() {}

    /// What the device lacks, or null where it has everything.
    ///
    /// @param held the revision that the device named, or null for none
    static @Nullable Reference since(Handle handle, long userId, @Nullable String held) {
        ReferenceStore.Revision revision = ReferenceStore.revision(handle, userId);
        List<Reference.UnitRole> unitRoles = revision.unitRoles();
        long counter = revision.counter();
        String suffix = "-" + hash(unitRoles);
        String current = counter + suffix;
        if (current.equals(held)) {
            return null;
        }
        long after = held != null && held.endsWith(suffix) ? counter(held, suffix) : -1;
        boolean complete = after < 0 || after > counter;
        long from = complete ? -1 : after;
        return new Reference(
                current,
                complete,
                ReferenceStore.units(handle, userId, from),
                unitRoles,
                ReferenceStore.taskDefinitions(handle, userId, from),
                ReferenceStore.tasks(handle, userId, from),
                ReferenceStore.students(handle, userId, from));
    }

    private static long counter(String held, String suffix) {
        try {
            return Long.parseLong(held.substring(0, held.length() - suffix.length()));
        } catch (NumberFormatException e) {
            // Not a revision of ours: the device starts anew.
            return -1;
        }
    }

    private static String hash(List<Reference.UnitRole> unitRoles) {
        CRC32C sum = new CRC32C();
        sum.update(unitRoles.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
