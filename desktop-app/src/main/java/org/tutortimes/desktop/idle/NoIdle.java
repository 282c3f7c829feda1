package org.tutortimes.desktop.idle;

/// A way to see input that could not be opened on this computer, and why.
record NoIdle(String name, String why) implements InputIdle {

    static NoIdle libraryMissing(String name, LinkageError error) {
        return new NoIdle(
                name,
                "A system library that %s idle detection needs could not be loaded (%s)."
                        .formatted(name, firstLine(error)));
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public Reading read() {
        return new Unavailable(why);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    /// The loader's message lists every folder that it searched, which helps nobody on a screen.
    static String firstLine(Throwable error) {
        String message = error.getMessage();
        if (message == null || message.isBlank()) {
            return error.getClass().getSimpleName();
        }
        return message.lines().findFirst().orElse("").strip();
    }
}
