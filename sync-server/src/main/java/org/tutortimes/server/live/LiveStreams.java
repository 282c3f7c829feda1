package org.tutortimes.server.live;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the streams, each on the thread of its request, which is a virtual one.
public final class LiveStreams {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration BEAT = Duration.ofSeconds(15);

    /// How long what a viewer may see is taken for granted: changes come up to four times a second,
    /// to a thousand viewers.
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final LiveFeed feed;

    public LiveStreams(LiveFeed feed) {
        this.feed = feed;
    }

    /// Sends the viewer what is new until the client goes, the viewer may not see it any more, or
    /// the server stops.
    public void serve(Context context, Topic topic, Viewer viewer) {
        try (LiveFeed.View view = feed.view(topic)) {
            run(new EventStream(context), view, viewer);
        } catch (IOException e) {
            LOG.debug("A live viewer of {} has gone", topic.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(EventStream stream, LiveFeed.View view, Viewer viewer)
            throws IOException, InterruptedException {
        long version = view.version();
        long checkedAt = System.nanoTime();
        while (!feed.isClosed()) {
            for (LiveEvent event : viewer.news(version)) {
                stream.send(event);
            }
            stream.flush();
            long next = view.awaitChange(version, BEAT);
            if (System.nanoTime() - checkedAt > TRUSTED.toNanos()) {
                if (!viewer.mayStillSee()) {
                    return;
                }
                checkedAt = System.nanoTime();
            }
            if (next == version && !feed.isClosed()) {
                stream.send(viewer.beat());
            }
            version = next;
        }
    }
}
