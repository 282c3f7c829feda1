/// Who somebody is and what they may do.
@NullMarked
package org.tutortimes.model.account;

import org.jspecify.annotations.NullMarked;
