package org.tutortimes.server.live;

import java.util.List;

/// Says what is new to one who follows a topic, and may remember what that one was sent. Used by
/// one thread.
public interface Viewer {

    /// What the viewer has not been sent yet; empty where nothing is new.
    ///
    /// @param version of the topic, at least
    List<LiveEvent> news(long version);
}
