package org.tutortimes.server.directory;

import java.util.List;

/// Whom a text names.
public sealed interface Named {

    /// This person and nobody else.
    record One(Person person) implements Named {}

    /// Several who are called exactly so.
    record Several(List<Person> people) implements Named {
        public Several {
            people = List.copyOf(people);
        }
    }

    /// Nobody is called exactly so.
    ///
    /// @param similar some whose names begin so, or hold it
    record Nobody(List<Person> similar) implements Named {
        public Nobody {
            similar = List.copyOf(similar);
        }
    }
}
