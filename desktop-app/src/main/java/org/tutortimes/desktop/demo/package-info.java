/// The demonstration: a server with a sample unit, sample tutors at work, and the window.
@NullMarked
package org.tutortimes.desktop.demo;

import org.jspecify.annotations.NullMarked;
