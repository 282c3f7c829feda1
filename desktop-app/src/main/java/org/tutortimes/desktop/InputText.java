package org.tutortimes.desktop;

import java.util.Optional;

/// Says how input is seen, for the last line and the settings.
///
/// @param where such as "system"
/// @param explained what that means for pauses by themselves
record InputText(String where, String explained) {

    static InputText of(boolean isSystemWide, String name, Optional<String> whyNot) {
        return isSystemWide
                ? new InputText(
                        "system",
                        "Input in every program counts, seen through "
                                + name
                                + ". Without any, the clock pauses by itself.")
                : new InputText(
                        "this window only",
                        "Only input in this window is seen, so the clock may pause while you work"
                                + " in another program. "
                                + whyNot.orElse(""));
    }
}
