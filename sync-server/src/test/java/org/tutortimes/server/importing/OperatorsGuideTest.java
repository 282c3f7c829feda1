package org.tutortimes.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tutortimes.server.TestDatabase;

/// What `docs/guide/operators.md` shows of the import format.
class OperatorsGuideTest {

    private static final Path GUIDE = Path.of("../docs/guide/operators.md");

    @TempDir private Path folder;

    @Test
    void theSampleOfTheGuideIsImportedWithNothingLeftOut() throws IOException {
        String sample =
                Files.readString(GUIDE)
                        .lines()
                        .dropWhile(line -> !line.startsWith("    {\"users\""))
                        .takeWhile(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        try (ImportedData data = new ImportedData(TestDatabase.SQLITE, folder)) {
            ImportResult result = data.json(sample);
            assertThat(ImportedData.good(result))
                    .hasSize(8)
                    .noneMatch(list -> list.contains(" 0 0 0"));
            assertThat(((ImportResult.Imported) result).ignored()).isEmpty();
            assertThat(data.value("SELECT COUNT(*) FROM unit_roles WHERE role = 'convenor'"))
                    .isEqualTo(1);
        }
    }
}
