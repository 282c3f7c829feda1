/// Who there is: people looked up by what somebody else calls them.
@NullMarked
package org.tutortimes.server.directory;

import org.jspecify.annotations.NullMarked;
