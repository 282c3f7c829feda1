package org.tutortimes.desktop.idle;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.tutortimes.desktop.clock.RunningClock;

/// The best way to see input on this computer, and the next best when that fails.
///
/// Opens the first that answers at the first reading. When it fails later, the next takes over, and
/// at last the input in our own window, from the last input that was known. From there the better
/// ways are tried again every five minutes. One thread reads; any may tell of input.
public final class IdleDetection implements InputIdle {
    static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);

    private final List<Supplier<InputIdle>> candidates;
    private final LongSupplier nanoClock;
    private final WindowIdle window;

    /// Each reason once: two services miss the same bus.
    private final Set<String> failures = new LinkedHashSet<>();

    private int nextCandidate;
    private long allFailedAt;

    private volatile InputIdle current;
    private volatile String whyNotSystemWide = "";

    /// The clock counts nanoseconds and never goes back.
    IdleDetection(List<Supplier<InputIdle>> candidates, LongSupplier nanoClock) {
        this.candidates = List.copyOf(candidates);
        this.nanoClock = nanoClock;
        this.window = new WindowIdle(nanoClock);
        this.current = window;
    }

    public static IdleDetection ofThisMachine(RunningClock clock) {
        return of(System.getProperty("os.name", ""), System.getenv(), clock);
    }

    static IdleDetection of(String osName, Map<String, String> environment, RunningClock clock) {
        List<Supplier<InputIdle>> candidates =
                IdleSource.fitting(osName, environment).stream()
                        .map(source -> opener(source, environment, clock))
                        .toList();
        return new IdleDetection(candidates, clock::nanos);
    }

    private static Supplier<InputIdle> opener(
            IdleSource source, Map<String, String> environment, RunningClock clock) {
        return switch (source) {
            case X11 -> () -> X11Idle.open(environment.getOrDefault("DISPLAY", ""));
            case WINDOWS -> WindowsIdle::open;
            case MACOS -> MacIdle::open;
            case MUTTER -> () -> MutterIdle.open(environment);
            case SCREEN_SAVER -> () -> ScreenSaverIdle.open(environment, clock::nanos);
        };
    }

    /// To be called for input in our own window; needed only where nothing better works.
    public void inputSeen() {
        window.inputSeen();
    }

    @Override
    public String name() {
        return current.name();
    }

    /// False before the first reading.
    @Override
    public boolean isSystemWide() {
        return current.isSystemWide();
    }

    /// Why only our own window is watched, in sentences; empty when more is, and before the first
    /// reading.
    public Optional<String> whyNotSystemWide() {
        String why = whyNotSystemWide;
        return isSystemWide() || why.isEmpty() ? Optional.empty() : Optional.of(why);
    }

    /// Always a time: the last resort never fails.
    @Override
    public synchronized SinceInput read() {
        if (current == window && isTimeToTry()) {
            nextCandidate = 0;
            failures.clear();
            openNext();
        }
        while (current != window) {
            switch (current.read()) {
                case SinceInput since -> {
                    window.inputSeen(since.elapsed());
                    return since;
                }
                case Unavailable(String why) -> {
                    failures.add(why);
                    current.close();
                    openNext();
                }
            }
        }
        return window.read();
    }

    private boolean isTimeToTry() {
        boolean neverTried = whyNotSystemWide.isEmpty();
        return neverTried || nanoClock.getAsLong() - allFailedAt >= TRY_AGAIN_AFTER.toNanos();
    }

    private void openNext() {
        if (nextCandidate < candidates.size()) {
            current = candidates.get(nextCandidate++).get();
            return;
        }
        allFailedAt = nanoClock.getAsLong();
        whyNotSystemWide =
                failures.isEmpty()
                        ? "This kind of desktop has no way to see input in other programs."
                        : String.join(" ", failures);
        current = window;
    }

    /// After this, only input in our own window counts.
    @Override
    public synchronized void close() {
        current.close();
        nextCandidate = candidates.size();
        failures.add("Idle detection was closed.");
        openNext();
    }
}
