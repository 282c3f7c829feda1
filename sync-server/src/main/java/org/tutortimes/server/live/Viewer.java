package org.tutortimes.server.live;

import java.util.List;

/// One who views something. Used by one thread.
public interface Viewer {

    /// Whether it may still be seen: asked again and again while the stream lasts.
    boolean mayStillSee();

    /// What the viewer has not been sent yet; empty where nothing is new.
    ///
    /// @param version of the topic, at least
    List<LiveEvent> news(long version);

    /// Shows that the stream is alive.
    LiveEvent beat();
}
