package org.tutortimes.server.tracking;

import java.util.Optional;
import org.tutortimes.server.Refused;
import org.tutortimes.server.access.Caller;
import org.tutortimes.server.access.NetworkAddress;
import org.tutortimes.server.request.Body;

/// Who was observed, as requests say it: whoever sends them; or, of another program with a service
/// token, whom it names.
public final class ObserverFields {

    private static final String USER = "user_id";
    private static final String ADDRESS = "ip_address";

    private ObserverFields() {}

    /// The person, from the fields of a body.
    ///
    /// @param caller who sends it; empty for another program
    public static Person person(Optional<Caller> caller, Body body) {
        if (caller.isEmpty()) {
            return new Person(body.requiredNumber(USER), address(body), true);
        }
        if (body.has(USER) || body.has(ADDRESS)) {
            throw new Refused(TrackingRefusals.onlyServices());
        }
        return caller.map(ObserverFields::person).orElseThrow();
    }

    /// Somebody who is signed in.
    public static Person person(Caller caller) {
        return new Person(caller.userId(), caller.address(), false);
    }

    /// What the work is about: a unit or an enrolment must be given.
    static Activity.Work work(Body body) {
        Activity.Work work =
                new Activity.Work(
                        body.number("unit_id"), body.number("project_id"), body.number("task_id"));
        if (work.unitId() == null && work.projectId() == null) {
            body.fault("unit_id", "must be given, or project_id");
        }
        return work;
    }

    private static String address(Body body) {
        String text = body.requiredText(ADDRESS);
        Optional<NetworkAddress> address = NetworkAddress.parse(text);
        if (address.isEmpty()) {
            body.fault(ADDRESS, "must be an address such as 192.0.2.7 or 2001:db8::7");
        }
        return address.map(NetworkAddress::text).orElse("");
    }
}
