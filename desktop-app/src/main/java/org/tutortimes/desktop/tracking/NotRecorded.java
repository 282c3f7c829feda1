package org.tutortimes.desktop.tracking;

/// Why observed marking was not recorded, as a sentence for the tutor.
public final class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotRecorded(String sentence) {
        super(sentence);
    }
}
