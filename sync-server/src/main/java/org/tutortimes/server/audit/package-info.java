/// Who did what, when, from where: written together with the change, and never changed.
@NullMarked
package org.tutortimes.server.audit;

import org.jspecify.annotations.NullMarked;
