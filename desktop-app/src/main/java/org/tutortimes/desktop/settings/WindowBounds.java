package org.tutortimes.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the window stood last, in the screen's units. Kept in a small file of its own: losing it
/// costs nothing.
public record WindowBounds(double x, double y, double width, double height) {
    private static final Logger LOG = LoggerFactory.getLogger(WindowBounds.class);
    private static final String FILE = "window";

    /// Empty before the first time, and where the file is not understood.
    public static Optional<WindowBounds> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(parse(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The window's place in {} is not understood", file, e);
            return Optional.empty();
        }
    }

    private static WindowBounds parse(String text) {
        List<Double> numbers =
                Stream.of(text.strip().split(" +", -1)).map(Double::valueOf).toList();
        if (numbers.size() != 4 || !numbers.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A window has 4 numbers, not: " + text);
        }
        return new WindowBounds(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /// Not for the FX thread.
    public void write(Path folder) {
        String text = String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", x, y, width, height);
        try {
            Files.writeString(folder.resolve(FILE), text);
        } catch (IOException e) {
            LOG.warn("The window's place cannot be kept in {}", folder, e);
        }
    }
}
