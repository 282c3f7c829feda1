package org.tutortimes.desktop.account;

/// Why nobody was signed in, as a sentence for the tutor.
public final class SignInFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SignInFailure(String sentence) {
        super(sentence);
    }

    public SignInFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
