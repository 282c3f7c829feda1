/// A real browser for the tests of several modules.
@NullMarked
package org.tutortimes.model.browser;

import org.jspecify.annotations.NullMarked;
