/// What the timer and the server must agree on: events, replay, totals and the shapes that cross
/// the network. Pure: no clock, no random numbers, no files, no network.
module org.tutortimes.model {
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires static transitive org.jspecify;

    exports org.tutortimes.model.account;
    exports org.tutortimes.model.classes;
    exports org.tutortimes.model.idle;
    exports org.tutortimes.model.replay;
    exports org.tutortimes.model.report;
    exports org.tutortimes.model.sync;
    exports org.tutortimes.model.timer;
    exports org.tutortimes.model.tracking;
    exports org.tutortimes.model.wire;
}
