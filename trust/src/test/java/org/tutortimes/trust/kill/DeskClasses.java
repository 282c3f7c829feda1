package org.tutortimes.trust.kill;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// How the desktop of the tests is started without loading its classes anew each time: Java keeps
/// those of jars in a file, so what lies in folders is put into jars.
final class DeskClasses {

    private final Path folder;
    private final Path archive;
    private final String classPath;
    private boolean kept;

    DeskClasses(Path folder) throws IOException {
        this.folder = folder;
        this.archive = folder.resolve("desk.jsa");
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.exists(path)) {
                jars.add((Files.isDirectory(path) ? jar(path, jars.size()) : path).toString());
            }
        }
        this.classPath = String.join(File.pathSeparator, jars);
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve("desk-%d.jar".formatted(number));
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(path -> !path.equals(classes)).toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                // Folders too: what looks for files in one asks for the folder first.
                boolean isFolder = Files.isDirectory(file);
                zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, zip);
                }
            }
        }
        return jar;
    }

    /// The file of classes is there: from now on it is used.
    void keep() {
        kept = true;
    }

    /// What comes after `java`: the first program that ends in order makes the file.
    List<String> line() {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-XX:" + (kept ? "SharedArchiveFile=" : "ArchiveClassesAtExit=") + archive,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                DeskMain.class.getName());
    }
}
