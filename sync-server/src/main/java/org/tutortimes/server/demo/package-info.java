/// A sample unit with six weeks of marking, and the server that shows it.
@NullMarked
package org.tutortimes.server.demo;

import org.jspecify.annotations.NullMarked;
