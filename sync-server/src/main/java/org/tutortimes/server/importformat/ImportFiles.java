package org.tutortimes.server.importformat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds out what an import consists of: one JSON file, a folder of CSV files, or a single CSV file
/// of such a folder. Their names count in any letter case.
public final class ImportFiles {

    private static final String CSV = ".csv";

    private ImportFiles() {}

    public static ImportContent read(Path source) throws IOException {
        ImportContent content = new ImportContent();
        if (Files.isDirectory(source)) {
            readFolder(source, content);
        } else if (listOf(source).isPresent()) {
            readCsv(source, content);
        } else {
            try (InputStream bytes = Files.newInputStream(source)) {
                ImportJson.read(nameOf(source), bytes, content);
            }
        }
        return content;
    }

    private static void readFolder(Path folder, ImportContent content) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files =
                    entries.filter(file -> nameOf(file).toLowerCase(Locale.ROOT).endsWith(CSV))
                            .sorted()
                            .toList();
        }
        for (Path file : files) {
            readCsv(file, content);
        }
        if (files.stream().allMatch(file -> listOf(file).isEmpty())) {
            content.add(
                    new ImportFault(
                            nameOf(folder), 0, null, "the folder holds no list such as users.csv"));
        }
    }

    private static void readCsv(Path file, ImportContent content) throws IOException {
        Optional<ImportList> list = listOf(file);
        if (list.isPresent()) {
            ImportCsv.read(list.get(), nameOf(file), Files.readAllBytes(file), content);
        } else {
            content.ignore(nameOf(file));
        }
    }

    private static Optional<ImportList> listOf(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        return name.endsWith(CSV)
                ? ImportList.named(name.substring(0, name.length() - CSV.length()))
                : Optional.empty();
    }

    /// Without the folders above it.
    public static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
