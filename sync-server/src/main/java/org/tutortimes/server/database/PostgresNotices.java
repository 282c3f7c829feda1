package org.tutortimes.server.database;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Notices by LISTEN and NOTIFY. They are sent from a connection of their own: PostgreSQL lets only
/// one transaction with a notice commit at a time, and no write shall wait for that.
final class PostgresNotices implements Notices {

    static final String CHANNEL = "tutor_times_changes";

    /// A process, and the names of topics.
    private static final Pattern NOTICE =
            Pattern.compile("[-0-9a-f]{36}:[a-z-]+/[0-9a-f-]+(,[a-z-]+/[0-9a-f-]+)*");

    private final OpenedBy.Opening opening;
    private final String process = UUID.randomUUID().toString();
    private final NoticeSender sender;
    private volatile @Nullable NoticeListener listener;

    PostgresNotices(OpenedBy.Opening opening) {
        this.opening = opening;
        this.sender = new NoticeSender(opening, this::text);
    }

    @Override
    public void tell(Set<String> topics) {
        sender.add(topics);
    }

    @Override
    public void listen(Consumer<Set<String>> heard, Runnable missed) {
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

    /// Who says it, and of which topics.
    private String text(Set<String> topics) {
        return topics.stream().collect(Collectors.joining(",", process + ":", ""));
    }

    /// What this process said itself it knows already. Whatever else is said on the channel by
    /// somebody who is not one of us is passed over.
    private void hear(String text, Consumer<Set<String>> heard) {
        if (!text.startsWith(process) && NOTICE.matcher(text).matches()) {
            heard.accept(Set.copyOf(List.of(text.substring(text.indexOf(':') + 1).split(","))));
        }
    }
}
