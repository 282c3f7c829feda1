/// Signing in to the web pages, and what belongs to an account.
@NullMarked
package org.tutortimes.server.signin;

import org.jspecify.annotations.NullMarked;
