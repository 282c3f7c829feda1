package org.tutortimes.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.tutortimes.desktop.account.Account;
import org.tutortimes.desktop.settings.Theme;
import org.tutortimes.desktop.settings.WindowBounds;

/// What the window needs from the disk before it can be shown; read before the FX thread needs it.
///
/// @param server to offer at the sign-in
record KnownAtStart(
        Optional<Account> account,
        Optional<URI> server,
        Theme theme,
        Optional<WindowBounds> bounds) {

    /// Reads; not for the FX thread.
    static KnownAtStart of(DesktopCore core, Path folder) {
        return new KnownAtStart(
                core.account(),
                core.server(),
                Theme.named(core.settings().theme()),
                WindowBounds.read(folder));
    }
}
