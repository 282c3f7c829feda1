package org.tutortimes.server.live;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.tutortimes.server.database.Database;

/// Tells all who view something, whichever process of the database serves them, that it changed.
public final class Announcer {

    private final LiveFeed feed;
    private final Database database;

    public Announcer(LiveFeed feed, Database database) {
        this.feed = feed;
        this.database = database;
    }

    /// Passes on from now what other processes announce.
    public void listen() {
        database.listenToOtherProcesses(
                names -> names.forEach(name -> feed.changed(new Topic(name))),
                feed::changedEverywhere);
    }

    /// These have changed, and that is committed. Returns at once.
    public void changed(Collection<Topic> topics) {
        topics.forEach(feed::changed);
        Set<String> names = topics.stream().map(Topic::name).collect(Collectors.toSet());
        if (!names.isEmpty()) {
            database.tellOtherProcesses(names);
        }
    }

    /// Only inside the work of a write: the same, once that is committed.
    public void changedByThisWrite(Topic... topics) {
        database.afterCommit(() -> changed(Set.of(topics)));
    }
}
