/// Files and connections to a database that fail when a test says so, for the tests of all modules.
@NullMarked
package org.tutortimes.model.trouble;

import org.jspecify.annotations.NullMarked;
