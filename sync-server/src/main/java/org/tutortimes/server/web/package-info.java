/// The web server: routes, and refusals as answers.
@NullMarked
package org.tutortimes.server.web;

import org.jspecify.annotations.NullMarked;
