package org.tutortimes.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
    private final List<SignInEntry> asked = new ArrayList<>();
    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private final List<String> signedIn = new ArrayList<>();
    private final SignInViewModel model =
            new SignInViewModel(
                    entry -> {
                        asked.add(entry);
                        return answer;
                    },
                    Runnable::run,
                    () -> signedIn.add("yes"));

    private void fill() {
        model.server().set(" times.example.edu ");
        model.username().set("tina");
        model.password().set("secret");
    }

    @Test
    void missingFieldsAreNamedWithoutAskingTheServer() {
        model.submit();
        assertThat(model.failure().get()).startsWith("Fill in the server's address");
        model.server().set("times.example.edu");
        model.submit();
        assertThat(model.failure().get()).isEqualTo("Fill in your user name.");
        assertThat(asked).isEmpty();
    }

    @Test
    void successForgetsThePassword() {
        fill();
        model.submit();
        assertThat(model.isBusy().get()).isTrue();
        model.submit();
        answer.complete(null);
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().address()).isEqualTo(URI.create("https://times.example.edu"));
        assertThat(model.password().get()).isEmpty();
        assertThat(signedIn).hasSize(1);
    }

    @Test
    void failureIsSaidAndTheFormStays() {
        fill();
        model.submit();
        answer.completeExceptionally(new SignInFailure("The password is wrong."));
        assertThat(model.failure().get()).isEqualTo("The password is wrong.");
        assertThat(model.isBusy().get()).isFalse();
        assertThat(model.username().get()).isEqualTo("tina");
    }

    @Test
    void passwordIsInNoText() {
        assertThat(new SignInEntry("s", "u", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void nonsenseIsNoAddress() {
        assertThatThrownBy(() -> new SignInEntry("not an address", "u", "p").address())
                .isInstanceOf(SignInFailure.class)
                .hasMessageContaining("is not an address");
    }
}
