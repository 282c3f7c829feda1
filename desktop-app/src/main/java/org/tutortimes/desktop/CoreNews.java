package org.tutortimes.desktop;

import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tutortimes.desktop.reference.ChoiceFilling;
import org.tutortimes.desktop.sync.SyncNews;
import org.tutortimes.desktop.sync.SyncStatus;
import org.tutortimes.desktop.timer.TimerKeeper;

/// Carries what the synchronisation brings to the timer, to the choices and to who shows it.
final class CoreNews implements SyncNews {
    private final TimerKeeper timer;
    private final ChoiceFilling choices;
    private final Consumer<SyncStatus> statuses;

    CoreNews(TimerKeeper timer, ChoiceFilling choices, Consumer<SyncStatus> statuses) {
        this.timer = timer;
        this.choices = choices;
        this.statuses = statuses;
    }

    @Override
    public void status(SyncStatus status) {
        statuses.accept(status);
    }

    @Override
    public void learned(Set<UUID> sessions) {
        timer.learned(sessions).join();
    }

    @Override
    public void referenceChanged(String account) {
        choices.fill(account);
        timer.refresh().join();
    }

    @Override
    public void notice(String sentence) {
        timer.tell(sentence).join();
    }
}
