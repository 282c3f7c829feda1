package org.tutortimes.server.database;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Notices by LISTEN and NOTIFY. They are sent from a connection of their own: PostgreSQL lets only
/// one transaction with a notice commit at a time, and no write shall wait for that.
final class PostgresNotices implements Notices {

    static final String CHANNEL = "tutor_times_units";

    private final OpenedBy.Opening opening;
    private final String process = UUID.randomUUID().toString();
    private final NoticeSender sender;
    private volatile @Nullable NoticeListener listener;

    PostgresNotices(OpenedBy.Opening opening) {
        this.opening = opening;
        this.sender = new NoticeSender(opening, this::text);
    }

    @Override
    public void tell(Set<Long> units) {
        sender.add(units);
    }

    @Override
    public void listen(Consumer<Set<Long>> heard, Runnable missed) {
        listener = new NoticeListener(opening, text -> hear(text, heard), missed);
    }

    @Override
    public void close() {
        sender.close();
        NoticeListener listening = listener;
        if (listening != null) {
            listening.close();
        }
    }

    /// Who says it, and in which units.
    private String text(Set<Long> units) {
        return units.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", process + ":", ""));
    }

    /// What this process said itself it knows already. Whatever else is said on the channel by
    /// somebody who is not one of us is passed over.
    private void hear(String text, Consumer<Set<Long>> heard) {
        if (!text.startsWith(process) && text.matches("[-0-9a-f]{36}:[0-9]{1,18}(,[0-9]{1,18})*")) {
            heard.accept(
                    Arrays.stream(text.substring(text.indexOf(':') + 1).split(","))
                            .map(Long::valueOf)
                            .collect(Collectors.toSet()));
        }
    }
}
