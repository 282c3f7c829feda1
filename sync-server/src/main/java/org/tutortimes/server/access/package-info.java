/// Who asks: credentials, the one access check, and the roles of routes.
@NullMarked
package org.tutortimes.server.access;

import org.jspecify.annotations.NullMarked;
