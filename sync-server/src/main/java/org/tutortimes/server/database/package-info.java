/// The database: one writer that groups commits, readers that each see one snapshot.
@NullMarked
package org.tutortimes.server.database;

import org.jspecify.annotations.NullMarked;
