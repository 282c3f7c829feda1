package org.tutortimes.desktop.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts further programs on the Java that this one runs on.
final class Programs {

    private Programs() {}

    static ProcessBuilder java(String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true);
    }
}
