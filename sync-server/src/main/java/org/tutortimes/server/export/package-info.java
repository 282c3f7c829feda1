/// The timer sessions of a unit as files to take away: for payroll, spreadsheets, calendars and
/// other programs.
@NullMarked
package org.tutortimes.server.export;

import org.jspecify.annotations.NullMarked;
