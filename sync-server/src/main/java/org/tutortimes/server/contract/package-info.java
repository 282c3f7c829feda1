/// The contract of the API as other programs read it: the OpenAPI file, and pages to try it.
@NullMarked
package org.tutortimes.server.contract;

import org.jspecify.annotations.NullMarked;
