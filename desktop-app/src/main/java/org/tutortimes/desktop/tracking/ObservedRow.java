package org.tutortimes.desktop.tracking;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.fx.TimeText;
import org.tutortimes.desktop.tracking.Unrecorded.Part;
import org.tutortimes.model.report.DurationText;
import org.tutortimes.model.sync.Reference;

/// One piece of unrecorded marking in words, and how far the tutor has come with it.
public final class ObservedRow {
    private final Unrecorded unrecorded;
    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty sentence = new SimpleStringProperty("");
    private final StringProperty failure = new SimpleStringProperty("");
    private final ObjectProperty<Reference.@Nullable TaskDefinition> chosen =
            new SimpleObjectProperty<>();
    private final BooleanProperty isBusy = new SimpleBooleanProperty();
    private final BooleanBinding canRecord;

    ObservedRow(Unrecorded unrecorded) {
        this.unrecorded = unrecorded;
        this.canRecord =
                Bindings.createBooleanBinding(
                        () -> !isBusy.get() && (!isAsking() || chosen.get() != null),
                        isBusy,
                        chosen);
    }

    Unrecorded unrecorded() {
        return unrecorded;
    }

    /// What today is may have changed.
    void describe(TimeText times) {
        String length = DurationText.words(unrecorded.seconds());
        String whenAndWhat = String.join(" · ", whenAndWhat(times));
        words.set(length + " · " + whenAndWhat);
        sentence.set(length + " of marking were observed while no timer ran · " + whenAndWhat);
    }

    private List<String> whenAndWhat(TimeText times) {
        String what = isAsking() ? Objects.requireNonNullElse(unrecorded.unitCode(), "") : what();
        return what.isEmpty() ? List.of(when(times)) : List.of(when(times), what);
    }

    private String when(TimeText times) {
        return unrecorded.isInterrupted()
                ? times.span(unrecorded.start(), unrecorded.end()) + ", with breaks"
                : times.span(unrecorded.start(), unrecorded.end());
    }

    private String what() {
        String tasks =
                unrecorded.parts().size() == 1
                        ? named(unrecorded.parts().getFirst())
                        : unrecorded.parts().stream()
                                .map(part ->
                                        part.abbreviation()
                                                + " "
                                                + DurationText.words(part.seconds()))
                                .collect(Collectors.joining(", "));
        return unrecorded.unitCode() == null ? tasks : unrecorded.unitCode() + " " + tasks;
    }

    private static String named(Part part) {
        return (part.abbreviation() + " " + part.name()).strip();
    }

    /// Whether the tutor has to say which task it was.
    boolean isAsking() {
        return unrecorded.parts().isEmpty();
    }

    /// How long, when and on what: `25 min · today 14:00–14:25 · 1.2C Linked lists`.
    public StringProperty words() {
        return words;
    }

    /// The same in a sentence, for who does not see what stands above it.
    public StringProperty sentence() {
        return sentence;
    }

    /// Why the last attempt had no effect; empty where there was none.
    public StringProperty failure() {
        return failure;
    }

    /// Which task it was, where the tutor has to say that.
    public ObjectProperty<Reference.@Nullable TaskDefinition> chosen() {
        return chosen;
    }

    BooleanProperty isBusy() {
        return isBusy;
    }

    public BooleanBinding canRecord() {
        return canRecord;
    }
}
