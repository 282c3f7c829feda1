package org.tutortimes.desktop.timer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.journal.EventPen;
import org.tutortimes.desktop.journal.SessionRecord;

/// What the timer thread knows: whose timer it is, what runs, and what waits for a word.
final class TimerState {
    private final SessionBook book = new SessionBook();
    private final Deque<String> notices = new ArrayDeque<>();
    private final EventPen pen;
    private final Runnable queued;
    private @Nullable String account;
    private @Nullable RunningSegment running;
    private @Nullable Absence absence;

    /// @param queued called after each write
    TimerState(EventPen pen, Runnable queued) {
        this.pen = pen;
        this.queued = queued;
    }

    SessionBook book() {
        return book;
    }

    EventPen pen() {
        return pen;
    }

    @Nullable String account() {
        return account;
    }

    @Nullable RunningSegment running() {
        return running;
    }

    @Nullable Absence absence() {
        return absence;
    }

    void belongTo(@Nullable String account) {
        this.account = account;
        this.running = null;
        this.absence = null;
    }

    /// Writes durably; where that fails, nothing has changed.
    void write(List<EventPen.Entry> entries) {
        if (account == null) {
            throw new TimerFailure("Sign in first, so that the time has an owner.");
        }
        if (!entries.isEmpty()) {
            book.put(pen.write(account, entries, book::latestTime));
            queued.run();
        }
    }

    /// The running segment begins with an entry that was just written.
    void runs(EventPen.Entry opener, long startMillis) {
        SessionRecord record = book.record(opener.sessionId());
        var open = record == null ? null : record.replay().open();
        var start =
                open != null && open.openedBy().equals(opener.id()) ? open.start() : opener.wish();
        running = new RunningSegment(opener.sessionId(), opener.id(), start, startMillis);
        absence = null;
    }

    void stopped() {
        running = null;
    }

    void awaits(@Nullable Absence answer) {
        absence = answer;
    }

    void tell(String notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    @Nullable String notice() {
        return notices.peek();
    }

    void noticeRead() {
        notices.poll();
    }
}
