package org.tutortimes.desktop;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.tracking.NotRecorded;
import org.tutortimes.desktop.tracking.ObservedActions;
import org.tutortimes.desktop.tracking.ObservedViewModel;
import org.tutortimes.desktop.tracking.Unrecorded;
import org.tutortimes.desktop.tracking.Unrecorded.Part;
import org.tutortimes.desktop.window.Snapshots;
import org.tutortimes.desktop.window.TimerModels;
import org.tutortimes.model.sync.Reference;

/// Unrecorded marking, as long as a picture needs it.
final class ObservedShots {
    private static final List<Reference.TaskDefinition> TASKS =
            List.of(
                    new Reference.TaskDefinition(11, 1, "1.1P", "Arrays", true),
                    new Reference.TaskDefinition(12, 1, "1.2C", "Linked lists", true));

    private static final List<Unrecorded> ONE =
            List.of(
                    new Unrecorded(
                            1,
                            null,
                            Snapshots.at("13:00:00"),
                            Snapshots.at("13:25:00"),
                            false,
                            1_500,
                            List.of(new Part("1.2C", "Linked lists", 1_500)),
                            List.of()));

    private static final List<Unrecorded> MANY =
            List.of(
                    asking(2, Snapshots.at("11:00:00"), Snapshots.at("11:08:00"), 480),
                    new Unrecorded(
                            3,
                            "SIT320",
                            Instant.parse("2026-11-20T10:02:00Z"),
                            Instant.parse("2026-11-20T10:45:00Z"),
                            true,
                            1_500,
                            List.of(new Part("1.1P", "", 900), new Part("1.2C", "", 600)),
                            List.of()),
                    asking(
                            4,
                            Instant.parse("2026-11-18T10:00:00Z"),
                            Instant.parse("2026-11-18T11:30:00Z"),
                            5_400),
                    asking(5, Snapshots.at("01:00:00"), Snapshots.at("01:05:00"), 300),
                    asking(6, Snapshots.at("00:00:00"), Snapshots.at("00:05:00"), 300));

    private ObservedShots() {}

    private static Unrecorded asking(long id, Instant start, Instant end, long seconds) {
        return new Unrecorded(id, "SIT221", start, end, false, seconds, List.of(), TASKS);
    }

    /// What each picture is called, and what brings it about, in this order.
    static Map<String, Runnable> states(TimerModels models, Stage stage) {
        Runnable below = () -> ((ScrollPane) stage.getScene().lookup(".timer-scroll")).setVvalue(1);
        Map<String, Runnable> states = new LinkedHashMap<>();
        states.put(
                "-observed",
                () -> {
                    models.timer().keepCurrent();
                    models.show(SampleDay.running(6));
                    models.observed().show(ONE);
                });
        states.put("-observed-below", below);
        states.put("-observed-many", () -> models.observed().show(MANY));
        states.put("-observed-many-below", below);
        states.put(
                "-observed-refused",
                () -> {
                    models.observed().show(ONE);
                    models.observed().record(models.observed().rows().getFirst());
                });
        states.put("-observed-refused-below", below);
        states.put("-observed-none", () -> models.observed().show(List.of()));
        return states;
    }

    /// A server that is away.
    static ObservedViewModel model(TimeText times) {
        return new ObservedViewModel(
                new ObservedActions() {
                    @Override
                    public CompletableFuture<Void> record(long id, @Nullable Long task) {
                        return CompletableFuture.failedFuture(
                                new NotRecorded(
                                        "Could not be recorded: there is no network, or"
                                                + " times.example.edu is not known to it. Try"
                                                + " again."));
                    }

                    @Override
                    public CompletableFuture<Void> notMarking(long id) {
                        return CompletableFuture.completedFuture(null);
                    }
                },
                Runnable::run,
                times);
    }
}
