package org.tutortimes.server.tracking;

import org.tutortimes.model.tracking.TrackingRules;
import org.tutortimes.server.Refusal;

/// What the tracker refuses, in sentences.
final class TrackingRefusals {

    private TrackingRefusals() {}

    static Refusal.AgainstRule of(TrackingRules.TimeRefusal refusal) {
        return switch (refusal) {
            case TOO_OLD ->
                    new Refusal.AgainstRule(
                            "It happened more than 15 minutes ago, so it is not recorded any more.",
                            "too_old");
            case IN_FUTURE ->
                    new Refusal.AgainstRule(
                            "It lies in the future. Is the clock of that computer right?",
                            "in_future");
        };
    }

    static Refusal.AgainstRule unknownProject() {
        return new Refusal.AgainstRule("There is no such project in this unit.", "unknown_project");
    }

    static Refusal.AgainstRule unknownTask() {
        return new Refusal.AgainstRule(
                "There is no such task in this unit or project.", "unknown_task");
    }

    static Refusal.Forbidden onlyServices() {
        return new Refusal.Forbidden(
                "Only another program with a service token may say who was active, and where.",
                "service_only");
    }
}
