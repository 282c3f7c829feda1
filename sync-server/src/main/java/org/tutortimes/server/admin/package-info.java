/// What an administrator does from the command line: imports and users.
@NullMarked
package org.tutortimes.server.admin;

import org.jspecify.annotations.NullMarked;
