package org.tutortimes.server.live;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the streams, each on the thread of its request, which is a virtual one.
public final class LiveStreams {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    /// How long what a viewer may see is taken for granted: changes come up to four times a second,
    /// to a thousand viewers.
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final LiveFeed feed;
    private final InstantSource clock;

    public LiveStreams(LiveFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /// Sends the viewer what is new until the client goes, the viewer may not see it any more, or
    /// the server stops.
    ///
    /// @param mayStillSee asked again and again while the stream lasts
    public void serve(
            Context context, Topic topic, Beat beat, BooleanSupplier mayStillSee, Viewer viewer) {
        try (LiveFeed.View view = feed.view(topic)) {
            run(new EventStream(context), view, beat, mayStillSee, viewer);
        } catch (IOException e) {
            LOG.debug("A live viewer of {} has gone", topic.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(
            EventStream stream,
            LiveFeed.View view,
            Beat beat,
            BooleanSupplier mayStillSee,
            Viewer viewer)
            throws IOException, InterruptedException {
        if (beat.comesFirst()) {
            stream.send(beat.at(clock.instant()));
        }
        long version = view.version();
        long checkedAt = System.nanoTime();
        while (!feed.isClosed()) {
            for (LiveEvent event : viewer.news(version)) {
                stream.send(event);
            }
            stream.flush();
            long next = view.awaitChange(version, PAUSE);
            if (System.nanoTime() - checkedAt > TRUSTED.toNanos()) {
                if (!mayStillSee.getAsBoolean()) {
                    return;
                }
                checkedAt = System.nanoTime();
            }
            if (next == version && !feed.isClosed()) {
                stream.send(beat.at(clock.instant()));
            }
            version = next;
        }
    }
}
