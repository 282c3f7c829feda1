package org.tutortimes.trust;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.model.wire.Json;

/// A unit with some tutors, numbered from 1, and one pile to mark: a file for the import.
public final class MarkedUnit {

    public static final String PASSWORD = "the right one";
    public static final long UNIT_ID = 10;

    private static final long PILE_ID = 500;
    private static final long FIRST_ROLE = 100;

    private MarkedUnit() {}

    public static String username(int tutor) {
        return "tutor" + tutor;
    }

    public static long unitRoleId(int tutor) {
        return FIRST_ROLE + tutor;
    }

    public static MarkingTarget target() {
        return new MarkingTarget.Pile(PILE_ID);
    }

    /// What a tutor clicks on to start.
    public static Choice choice(int tutor) {
        return new Choice(unitRoleId(tutor), "SIT221", target(), "1.1P", "Sorting", null);
    }

    /// Writes the file that `import` reads.
    public static Path file(Path folder, int tutors) throws IOException {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.withArray("units")
                .addObject()
                .put("id", UNIT_ID)
                .put("code", "SIT221")
                .put("name", "Data Structures")
                .put("zone", "Australia/Melbourne");
        file.withArray("task_definitions")
                .addObject()
                .put("id", PILE_ID)
                .put("unit_id", UNIT_ID)
                .put("abbreviation", "1.1P")
                .put("name", "Sorting");
        for (int tutor = 1; tutor <= tutors; tutor++) {
            file.withArray("users")
                    .addObject()
                    .put("id", tutor)
                    .put("username", username(tutor))
                    .put("name", "Tutor " + tutor)
                    .put("password", PASSWORD);
            file.withArray("unit_roles")
                    .addObject()
                    .put("id", unitRoleId(tutor))
                    .put("unit_id", UNIT_ID)
                    .put("user_id", tutor)
                    .put("role", "tutor");
        }
        return Files.writeString(folder.resolve("unit.json"), Json.write(file));
    }
}
