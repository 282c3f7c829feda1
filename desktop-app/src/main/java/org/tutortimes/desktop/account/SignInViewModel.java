package org.tutortimes.desktop.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The sign-in form: what is filled in, what is wrong with it, and whether an answer is awaited.
public final class SignInViewModel {
    private final Function<SignInEntry, CompletableFuture<Void>> signIn;
    private final Executor windowThread;
    private final Runnable signedIn;

    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty isKnown = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper isBusy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    /// Starts empty.
    ///
    /// @param signIn asks the server; a failure's message is a sentence for the tutor
    /// @param windowThread where the answer is shown
    /// @param signedIn called after a success
    public SignInViewModel(
            Function<SignInEntry, CompletableFuture<Void>> signIn,
            Executor windowThread,
            Runnable signedIn) {
        this.signIn = signIn;
        this.windowThread = windowThread;
        this.signedIn = signedIn;
    }

    /// Forgets the password and what went wrong with it.
    public void forget() {
        password.set("");
        failure.set("");
    }

    public void submit() {
        if (isBusy.get()) {
            return;
        }
        failure.set(missing());
        if (!failure.get().isEmpty()) {
            return;
        }
        isBusy.set(true);
        SignInEntry entry =
                new SignInEntry(server.get().strip(), username.get().strip(), password.get());
        var _ =
                signIn.apply(entry)
                        .whenComplete((_, thrown) -> windowThread.execute(() -> answered(thrown)));
    }

    private String missing() {
        if (server.get().isBlank()) {
            return "Fill in the server's address, such as https://times.example.edu.";
        }
        if (username.get().isBlank()) {
            return "Fill in your user name.";
        }
        return password.get().isEmpty() ? "Fill in your password." : "";
    }

    private void answered(@Nullable Throwable thrown) {
        isBusy.set(false);
        if (thrown == null) {
            password.set("");
            signedIn.run();
            return;
        }
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        String sentence = cause.getMessage();
        failure.set(sentence == null ? "Signing in failed: " + cause + "." : sentence);
    }

    public StringProperty server() {
        return server;
    }

    public StringProperty username() {
        return username;
    }

    public StringProperty password() {
        return password;
    }

    /// Whether somebody has signed in on this computer before, and can record without it.
    public BooleanProperty isKnown() {
        return isKnown;
    }

    /// Whether an answer is awaited.
    public ReadOnlyBooleanProperty isBusy() {
        return isBusy.getReadOnlyProperty();
    }

    /// Why it did not work; empty where nothing was tried.
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }
}
