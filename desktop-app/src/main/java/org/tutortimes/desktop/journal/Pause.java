package org.tutortimes.desktop.journal;

import java.time.Instant;
import org.tutortimes.model.timer.PauseReason;

/// A pause and its reason.
public record Pause(Instant at, PauseReason reason) {}
