/// How the program talks to the server, and how it tells the server from anybody else.
@NullMarked
package org.tutortimes.desktop.web;

import org.jspecify.annotations.NullMarked;
