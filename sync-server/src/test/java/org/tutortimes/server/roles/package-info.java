/// Who may do what: every route, asked by everybody, about everything.
@NullMarked
package org.tutortimes.server.roles;

import org.jspecify.annotations.NullMarked;
