package org.tutortimes.desktop.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.tutortimes.model.bench.Program;

/// The packaged desktop or the bare window, in a process of its own, with the watcher beside it.
/// Both have the same class path, so that they differ in what they do and in nothing else.
final class WatchedProgram {

    private static final Path DESKTOP = Path.of("target", "tutor-times-desktop.jar");

    private final String classPath;

    /// @param folder for the watcher as a jar, for a cache of classes takes only those
    WatchedProgram(Path folder) throws IOException, URISyntaxException {
        if (!Files.isRegularFile(DESKTOP)) {
            throw new IOException("the desktop's jar is not there: " + DESKTOP);
        }
        Path watcher = folder.resolve("watcher.jar");
        pack(watcher);
        this.classPath = DESKTOP + System.getProperty("path.separator") + watcher;
    }

    /// Whether a window can be opened here.
    static boolean hasDisplay() {
        return !System.getenv().getOrDefault("DISPLAY", "").isBlank();
    }

    Program bare(List<String> flags) throws IOException {
        return start(flags, "Start", "bare");
    }

    /// On a folder that has a paused session of today.
    Program desktop(List<String> flags, Path data) throws IOException {
        return start(flags, "Resume", "desktop", "--data", data.toString());
    }

    private Program start(List<String> flags, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
        line.addAll(flags);
        line.addAll(List.of("-cp", classPath, WatchedMain.class.getName()));
        line.addAll(List.of(arguments));
        return new Program(line, Map.of());
    }

    private static void pack(Path jar) throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        WatchedMain.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Path room = classes.resolve(WatchedMain.class.getPackageName().replace('.', '/'));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.list(room)) {
            for (Path file : files.sorted().toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }
}
