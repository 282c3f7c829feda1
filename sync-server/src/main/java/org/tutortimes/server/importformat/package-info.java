/// What an import may hold: its lists and columns, read from JSON and CSV.
@NullMarked
package org.tutortimes.server.importformat;

import org.jspecify.annotations.NullMarked;
