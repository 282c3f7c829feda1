package org.tutortimes.desktop.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small unit in the import format: a convenor, a tutor with the unit role 100, two piles.
final class SampleUnit {

    static final String PASSWORD = "the right one";

    private SampleUnit() {}

    static Path file(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("unit.json"),
                """
                {"users": [{"id": 1, "username": "tia", "name": "Tia Tutor", "password": "the right one"},
                           {"id": 2, "username": "cora", "name": "Cora Convenor", "password": "the right one"}],
                 "units": [{"id": 10, "code": "SIT221", "name": "Data Structures",
                            "zone": "Australia/Melbourne", "start_date": "2026-07-13"}],
                 "unit_roles": [{"id": 100, "unit_id": 10, "user_id": 1, "role": "tutor"},
                                {"id": 101, "unit_id": 10, "user_id": 2, "role": "convenor"}],
                 "task_definitions": [
                     {"id": 500, "unit_id": 10, "abbreviation": "1.1P", "name": "Sorting"},
                     {"id": 501, "unit_id": 10, "abbreviation": "1.2C", "name": "Trees"}]}
                """);
    }
}
