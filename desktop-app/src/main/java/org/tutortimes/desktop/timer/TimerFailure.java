package org.tutortimes.desktop.timer;

/// Why an action on the timer had no effect, as a sentence for the tutor.
public final class TimerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TimerFailure(String sentence) {
        super(sentence);
    }

    public TimerFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
