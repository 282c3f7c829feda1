package org.tutortimes.server.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The installed Chromium, without a window.
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true);
        if (System.getProperty("user.name").equals("root")) {
            // Chromium has no sandbox for root.
            options.setArgs(List.of("--no-sandbox"));
        }
        browser = playwright.chromium().launch(options);
    }

    /// Starts it; ends the test where none is installed: as skipped, or as failed where the
    /// environment requires one.
    public static Chromium startOrSkip() {
        Optional<Path> program = installed();
        String missing = "Browser tests are skipped: no Chromium is installed.";
        if (program.isEmpty() && "true".equals(System.getenv("TESTS_REQUIRE_BROWSER"))) {
            throw new AssertionError("A Chromium is required, and none is on the PATH.");
        }
        if (program.isEmpty()) {
            System.out.println(missing);
        }
        Assumptions.assumeTrue(program.isPresent(), missing);
        return new Chromium(program.orElseThrow());
    }

    public Browser browser() {
        return browser;
    }

    private static Optional<Path> installed() {
        Stream<Path> folders =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(Path::of);
        return folders.flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
