package org.tutortimes.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.tutortimes.model.timer.TimerEvent;
import org.tutortimes.server.demo.SamplePeople.Person;

/// A unit that began six weeks before today, and all the marking in it since. The same seed, day
/// and zone give the same data; nothing in it is later than the instant that is asked for.
final class SampleData {

    /// What one device of a tutor recorded, in its own order.
    record Journal(long userId, List<TimerEvent> events) {
        Journal {
            events = List.copyOf(events);
        }
    }

    private final ObjectNode unit;
    private final List<Journal> journals;
    private final List<SampleObservations.Done> observed;

    private SampleData(
            ObjectNode unit, List<Journal> journals, List<SampleObservations.Done> observed) {
        this.unit = unit;
        this.journals = List.copyOf(journals);
        this.observed = List.copyOf(observed);
    }

    /// @param now the journals end there; a moment of today in the zone
    static SampleData upTo(Instant now, ZoneId zone, long seed) {
        LocalDate today = now.atZone(zone).toLocalDate();
        SampleCalendar calendar = SampleCalendar.around(today, zone);
        List<Journal> journals = new ArrayList<>();
        List<SampleObservations.Done> observed = new ArrayList<>();
        for (Person person : SamplePeople.TUTORS) {
            SampleTutor tutor = new SampleTutor(calendar, person, new Random(seed + person.id()));
            List<TimerEvent> all = new ArrayList<>();
            for (List<TimerEvent> events : tutor.journalsUpTo(now)) {
                journals.add(new Journal(person.id(), events));
                all.addAll(events);
            }
            Random chance = new Random(seed - person.id());
            observed.addAll(SampleObservations.of(calendar, chance, person, all));
        }
        observed.removeIf(done -> done.at().isAfter(now));
        observed.sort(Comparator.comparing(SampleObservations.Done::at));
        return new SampleData(SampleUnit.asImport(calendar, new Random(seed)), journals, observed);
    }

    /// People, tasks and tutorials in the import format.
    ObjectNode unit() {
        return unit.deepCopy();
    }

    /// What was seen of the tutors, in the order of time.
    List<SampleObservations.Done> observed() {
        return observed;
    }

    List<Journal> journals() {
        return journals;
    }
}
