/// HTTP: routes with roles, the one access check, refusals as answers.
@NullMarked
package org.tutortimes.server.web;

import org.jspecify.annotations.NullMarked;
