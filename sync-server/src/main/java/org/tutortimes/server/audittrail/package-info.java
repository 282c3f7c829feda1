/// The page of the audit log, for administrators.
@NullMarked
package org.tutortimes.server.audittrail;

import org.jspecify.annotations.NullMarked;
