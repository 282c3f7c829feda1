package org.tutortimes.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.tutortimes.server.Refusal;
import org.tutortimes.server.Refused;

class FailedAttemptsTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.9";

    private long seconds = 1_000;
    private final FailedAttempts attempts = new FailedAttempts(() -> seconds);

    @Test
    void waitGrowsToAMinuteAndEndsByItself() {
        fail(5, "tia", HOME);
        assertThat(wait("tia", HOME)).isEqualTo(1);
        for (int count = 0; count < 20; count++) {
            seconds += wait("tia", HOME);
            assertThat(wait("tia", HOME)).isZero();
            fail(1, "tia", HOME);
        }
        assertThat(wait("tia", HOME)).isEqualTo(60);
        seconds += 60;
        assertThat(wait("tia", HOME)).isZero();
    }

    @Test
    void whoTriesFromElsewhereKeepsTheOwnerNotOut() {
        fail(500, "tia", ELSEWHERE);
        assertThat(wait("tia", ELSEWHERE)).isEqualTo(60);
        assertThat(wait("tia", HOME)).isZero();
    }

    @Test
    void manyAddressesTogetherAreSlowedAfterTheirFirstTry() {
        for (int count = 0; count < 20; count++) {
            fail(1, "tia", "203.0.113." + count);
        }
        assertThat(wait("tia", "203.0.113.3")).isEqualTo(60);
    }

    @Test
    void oneAddressIsSlowedOverAllAccounts() {
        for (int count = 0; count < 20; count++) {
            fail(1, "user" + count, ELSEWHERE);
        }
        assertThat(wait("somebody", ELSEWHERE)).isEqualTo(1);
        assertThat(wait("somebody", HOME)).isZero();
    }

    @Test
    void networkOfOneComputerIsOneAddress() {
        for (int count = 0; count < 20; count++) {
            fail(1, "user" + count, "[2001:db8:1:2::" + count + "]");
        }
        assertThat(wait("somebody", "[2001:db8:1:2:ffff::1]")).isPositive();
        assertThat(wait("somebody", "[2001:db8:1:3::1]")).isZero();
    }

    @Test
    void successForgetsTheFailuresOfTheAccount() {
        fail(5, "tia", HOME);
        attempts.succeeded("tia");
        assertThat(wait("tia", HOME)).isZero();
    }

    @Test
    void successesAreNeverCounted() {
        assertThatCode(
                        () -> {
                            for (int count = 0; count < 1_000; count++) {
                                attempts.refuseTooSoon("tia", HOME);
                                attempts.succeeded("tia");
                            }
                        })
                .doesNotThrowAnyException();
    }

    private void fail(int count, String username, String address) {
        for (int index = 0; index < count; index++) {
            attempts.failed(username, address);
        }
    }

    private long wait(String username, String address) {
        try {
            attempts.refuseTooSoon(username, address);
            return 0;
        } catch (Refused e) {
            return ((Refusal.TooManyAttempts) e.refusal()).retryAfterSeconds();
        }
    }
}
