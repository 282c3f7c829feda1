package org.tutortimes.desktop.sync;

import org.tutortimes.desktop.fx.Shape;
import org.tutortimes.desktop.fx.TimeText;

/// How far the journal has come, in a sentence.
///
/// @param isAsking whether the tutor can do something about it
record SyncLook(Shape.Kind shape, String sentence, boolean isAsking) {

    static SyncLook of(SyncStatus status, TimeText times) {
        int waiting = status.waiting();
        return switch (status.state()) {
            case SYNCED -> synced(status, times);
            case SENDING ->
                    new SyncLook(
                            Shape.Kind.ARROWS,
                            waiting == 0 ? "Syncing" : "Sending " + events(waiting),
                            false);
            case OFFLINE ->
                    new SyncLook(
                            Shape.Kind.CLOUD_OFF,
                            waiting == 0
                                    ? "No network. Nothing waits to be sent."
                                    : waitFor(waiting) + " for the network. " + safe(waiting),
                            false);
            case SIGN_IN_NEEDED ->
                    new SyncLook(
                            Shape.Kind.KEY,
                            "Sign in to sync. Recording goes on." + waitingToo(waiting),
                            true);
            case UPDATE_NEEDED ->
                    new SyncLook(
                            Shape.Kind.TRIANGLE,
                            "Update Tutor Times to sync. Recording goes on." + waitingToo(waiting),
                            true);
            case TROUBLE ->
                    new SyncLook(
                            Shape.Kind.TRIANGLE,
                            status.message() == null
                                    ? "The server cannot sync right now." + waitingToo(waiting)
                                    : status.message(),
                            true);
        };
    }

    private static SyncLook synced(SyncStatus status, TimeText times) {
        String when =
                status.lastSynced() == null ? "" : " " + times.timeAndDay(status.lastSynced());
        return new SyncLook(Shape.Kind.TICK, "Synced" + when, false);
    }

    private static String events(int count) {
        return count == 1 ? "1 event" : count + " events";
    }

    private static String waitFor(int count) {
        return count == 1 ? "1 event waits" : count + " events wait";
    }

    private static String safe(int count) {
        return count == 1 ? "It is safe on this computer." : "They are safe on this computer.";
    }

    private static String waitingToo(int waiting) {
        return waiting == 0 ? "" : " " + waitFor(waiting) + ", safe on this computer.";
    }
}
