/// The convenor's web pages.
@NullMarked
package org.tutortimes.server.pages;

import org.jspecify.annotations.NullMarked;
