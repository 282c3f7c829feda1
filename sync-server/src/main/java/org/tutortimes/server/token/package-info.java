/// The tokens that requests come with: those of people, and those of other programs.
@NullMarked
package org.tutortimes.server.token;

import org.jspecify.annotations.NullMarked;
