package org.tutortimes.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.FoldingWriter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.tutortimes.model.replay.SessionAnswer;
import org.tutortimes.model.report.DurationText;

/// An event a session, for calendars. The library writes and folds the lines; it is given one event
/// after the other, because a calendar of its own would hold them all.
final class CalendarSessions implements SessionFile {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final Writer writer;

    CalendarSessions(Export export, OutputStream out) throws IOException {
        this.writer = new FoldingWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(Calendar.BEGIN);
        write(
                List.of(
                        new ProdId("-//Tutor Times//Timer sessions//EN"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        // What a calendar that was imported is called, by Apple, Google and
                        // Outlook.
                        new XProperty("X-WR-CALNAME", text(export.unit().code() + " marking"))));
    }

    @Override
    public void add(ExportedSession exported) throws IOException {
        SessionAnswer session = exported.session();
        VEvent event = new VEvent(false);
        event.add(new Uid(session.id().toString()));
        // Without a METHOD it is when the event was last changed.
        event.add(new DtStamp(second(session.updatedAt())));
        Instant start = second(session.startTime());
        Instant end = second(exported.endTime());
        event.add(new DtStart<>(start));
        if (end.isAfter(start)) {
            // An event that takes no time has no end, by RFC 5545.
            event.add(new DtEnd<>(end));
        }
        event.add(new Summary(text(summary(exported))));
        event.add(new Description(description(exported)));
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        // Who looks at tutors' sessions is not busy in them.
        event.add(ImmutableTransp.TRANSPARENT);
        writer.write(event.toString());
    }

    @Override
    public void end() throws IOException {
        line(Calendar.END);
        writer.flush();
    }

    private static String summary(ExportedSession exported) {
        String work = exported.task() + " " + exported.taskName();
        return exported.student() == null ? work : work + " · " + exported.student();
    }

    private static String description(ExportedSession exported) {
        SessionAnswer session = exported.session();
        List<String> lines = new ArrayList<>();
        lines.add("Tutor: " + text(exported.tutor()));
        lines.add("Counted time: " + DurationText.clock(session.durationSeconds()));
        if (session.overlappedSeconds() > 0) {
            lines.add("Overlapped time: " + DurationText.clock(session.overlappedSeconds()));
        }
        if (session.submissions() != null) {
            lines.add("Submissions: " + session.submissions());
        }
        if (session.manual()) {
            lines.add("Entered by hand");
        }
        return String.join("\n", lines);
    }

    /// People choose their names; none is to break a line.
    private static String text(String name) {
        return CONTROL.matcher(name).replaceAll(" ");
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private void line(String edge) throws IOException {
        writer.write(edge + ":" + Calendar.VCALENDAR + "\r\n");
    }

    private void write(List<Property> properties) throws IOException {
        for (Property property : properties) {
            writer.write(property.toString());
        }
    }
}
