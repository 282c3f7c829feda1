package org.tutortimes.model.browser;

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
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the installed Chromium, without a window: one for all of them, started for the first
/// that asks for a [Browser] and ended after the last. Where none is installed, its tests are
/// skipped, or fail where the environment requires one.
public final class Chromium implements BeforeAllCallback, ParameterResolver {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// What runs until the last test has ended.
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start(Path program) {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true);
            if (System.getProperty("user.name").equals("root")) {
                // Chromium has no sandbox for root.
                options.setArgs(List.of("--no-sandbox"));
            }
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> program = installed();
        String missing = "Browser tests are skipped: no Chromium is installed.";
        if (program.isEmpty() && "true".equals(System.getenv("TESTS_REQUIRE_BROWSER"))) {
            throw new AssertionError("A Chromium is required, and none is on the PATH.");
        }
        if (program.isEmpty()) {
            System.out.println(missing);
        }
        Assumptions.assumeTrue(program.isPresent(), missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(
                        Running.class, _ -> Running.start(installed().orElseThrow()), Running.class)
                .browser();
    }

    private static Optional<Path> installed() {
        Stream<Path> folders =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(Path::of);
        return folders.flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
