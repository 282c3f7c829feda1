package org.tutortimes.server.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// Tells those who view something that it changed.
///
/// A change only raises the topic's version, at most four times a second, and each viewer waits for
/// a version that it has not seen. So there is no queue that could grow: a viewer who is slow finds
/// the latest state when it looks again, and neither the writer nor another viewer waits for it.
public final class LiveFeed implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    /// Only what is viewed is here.
    private final Map<Topic, TopicVersion> viewed = new ConcurrentHashMap<>();

    /// Whatever is viewed again later has a higher version than it ever had.
    private final AtomicLong versions = new AtomicLong();

    private final ScheduledExecutorService publisher =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("live").daemon().factory());
    private final LongAdder viewers = new LongAdder();
    private volatile boolean closed;

    /// How many streams there are at this moment.
    public long viewers() {
        return viewers.sum();
    }

    /// Something of a topic has changed and is committed. Returns at once.
    public void changed(Topic topic) {
        TopicVersion version = viewed.get(topic);
        if (version != null && !closed) {
            version.changed(publisher, PAUSE_NANOS);
        }
    }

    /// Anything may have changed. Returns at once.
    public void changedEverywhere() {
        List.copyOf(viewed.keySet()).forEach(this::changed);
    }

    /// Begins to view a topic. Whatever changes from now on raises its version.
    public View view(Topic topic) {
        TopicVersion version =
                viewed.compute(
                        topic,
                        (_, known) -> {
                            TopicVersion kept =
                                    known == null
                                            ? new TopicVersion(versions::incrementAndGet)
                                            : known;
                            kept.viewers++;
                            return kept;
                        });
        viewers.increment();
        if (closed) {
            // It may be too new for the end of all others to have met it.
            version.end();
        }
        return new View(topic, version);
    }

    /// Whether all streams are to end.
    public boolean isClosed() {
        return closed;
    }

    /// Ends all streams.
    @Override
    public void close() {
        closed = true;
        publisher.shutdownNow();
        viewed.values().forEach(TopicVersion::end);
    }

    /// One viewer's look at a topic. Used by one thread, and to be closed once.
    public final class View implements AutoCloseable {

        private final Topic topic;
        private final TopicVersion topicVersion;

        private View(Topic topic, TopicVersion version) {
            this.topic = topic;
            this.topicVersion = version;
        }

        /// The topic's version at this moment; it only grows.
        public long version() {
            return topicVersion.current();
        }

        /// Waits until the topic has another version than the one seen, the time is up, or the feed
        /// ends.
        ///
        /// @return the version at the end of the wait
        public long awaitChange(long seen, Duration longest) throws InterruptedException {
            return topicVersion.awaitOther(seen, longest.toNanos());
        }

        @Override
        public void close() {
            viewers.decrement();
            viewed.computeIfPresent(
                    topic,
                    (_, known) -> {
                        known.viewers--;
                        return known.viewers == 0 ? null : known;
                    });
        }
    }
}
