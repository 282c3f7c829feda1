package org.tutortimes.server.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tutortimes.model.replay.SessionFlag;
import org.tutortimes.server.attention.Attention;
import org.tutortimes.server.language.Words;

/// What somebody should look at, in words.
///
/// @param whole whether it is about everybody rather than the reader
record AttentionWords(long unitId, boolean whole, Words words, ZoneId zone, LocalDate today) {

    UnitView.Attention view(Attention attention) {
        List<UnitView.Notice> notices = new ArrayList<>();
        attention.forgotten().forEach(each -> notices.add(forgotten(each)));
        attention.held().forEach(each -> notices.add(held(each)));
        attention.flags().forEach(each -> notices.add(flagged(each, attention.since())));
        long more = attention.forgottenCount() - attention.forgotten().size();
        return new UnitView.Attention(
                words.text("overview.attention.since", words.day(attention.since(), today)),
                notices,
                more == 0 ? null : words.text("overview.attention.more", more));
    }

    /// What ends the name of a text that is said to the one it is about.
    private String own() {
        return whole ? "" : ".own";
    }

    private UnitView.Notice forgotten(Attention.Forgotten session) {
        String key =
                session.running()
                        ? "overview.attention.runs-long"
                        : "overview.attention.paused-long";
        return new UnitView.Notice(
                session.sessionId(),
                words.text(
                        key + own(),
                        session.tutor(),
                        words.dayAndTime(session.since(), zone, today)),
                words.text(
                        key + ".detail" + own(),
                        session.abbreviation() + " " + session.definition(),
                        words.duration(session.seconds())),
                "/units/%d/sessions/%s".formatted(unitId, session.sessionId()));
    }

    private UnitView.Notice held(Attention.Held held) {
        return new UnitView.Notice(
                "held-%s-%d".formatted(held.code(), held.userId()),
                words.text("overview.attention.held" + own(), held.tutor(), held.events()),
                words.text("overview.held." + held.code().replace('_', '-')),
                null);
    }

    private UnitView.Notice flagged(Attention.Flagged flagged, LocalDate since) {
        String flag = flagged.flag().name().toLowerCase(Locale.ROOT);
        String key = "overview.flagged." + flag.replace('_', '-');
        return new UnitView.Notice(
                flag,
                words.text(key, flagged.sessions()),
                flagged.flag() == SessionFlag.OVERLAP
                        ? words.text(
                                "overview.flagged.overlap.detail",
                                words.duration(flagged.overlappedSeconds()))
                        : words.text(key + ".detail"),
                "/units/%d/sessions?flagged=%s&from=%s".formatted(unitId, flag, since));
    }
}
