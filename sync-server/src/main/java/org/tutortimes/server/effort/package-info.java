/// How much time marking takes: for each submission of a task, and for each student.
@NullMarked
package org.tutortimes.server.effort;

import org.jspecify.annotations.NullMarked;
