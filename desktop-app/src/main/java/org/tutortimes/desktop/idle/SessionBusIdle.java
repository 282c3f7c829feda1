package org.tutortimes.desktop.idle;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.freedesktop.dbus.DBusAsyncReply;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.exceptions.InvalidBusAddressException;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// A service on the session bus that answers one number, over a connection of its own.
final class SessionBusIdle implements InputIdle {
    private static final int TIMEOUT_MILLIS = 2_000;

    /// Which object is asked what, and what its number means.
    record Question(
            String name,
            String service,
            String path,
            Class<? extends DBusInterface> type,
            String method,
            LongFunction<Reading> meaning) {}

    private final DBusConnection connection;
    private final DBusInterface service;
    private final Question question;

    private SessionBusIdle(DBusConnection connection, Question question) throws DBusException {
        this.connection = connection;
        this.question = question;
        this.service =
                // Never starts a service: one that is not running does not see any input.
                connection.getRemoteObject(
                        question.service(), question.path(), question.type(), false);
    }

    static InputIdle open(Map<String, String> environment, Question question) {
        Optional<String> address = address(environment);
        if (address.isEmpty()) {
            return new NoIdle(question.name(), "There is no D-Bus session bus here.");
        }
        try {
            return ask(connect(address.get()), question);
        } catch (DBusException
                | DBusExecutionException
                | InvalidBusAddressException
                // What the library does with an address such as "unix:".
                | IndexOutOfBoundsException failed) {
            return new NoIdle(
                    question.name(),
                    "The D-Bus session bus does not answer (%s)."
                            .formatted(NoIdle.firstLine(failed)));
        }
    }

    private static InputIdle ask(DBusConnection connection, Question question)
            throws DBusException {
        try {
            return new SessionBusIdle(connection, question);
        } catch (DBusException | DBusExecutionException failed) {
            connection.disconnect();
            throw failed;
        }
    }

    private static DBusConnection connect(String address) throws DBusException {
        return DBusConnectionBuilder.forAddress(address)
                .withShared(false)
                .transportConfig()
                .withTimeout(TIMEOUT_MILLIS)
                .back()
                .build();
    }

    /// Where the session bus listens: as told, or where systemd puts it.
    static Optional<String> address(Map<String, String> environment) {
        String told = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        if (!told.isBlank()) {
            return Optional.of(told);
        }
        String runtimeFolder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return runtimeFolder.isBlank()
                ? Optional.empty()
                : Optional.of("unix:path=" + runtimeFolder + "/bus");
    }

    @Override
    public String name() {
        return question.name();
    }

    @Override
    public boolean isSystemWide() {
        return true;
    }

    @Override
    public Reading read() {
        try {
            DBusAsyncReply<?> reply = connection.callMethodAsync(service, question.method());
            // The reply's own wait is for 20 seconds, which would hold up the timer's tick.
            reply.getCall().getReply(TIMEOUT_MILLIS);
            return reply.getReply() instanceof Number number
                    ? question.meaning().apply(number.longValue())
                    : silent("its answer is no number");
        } catch (DBusException | DBusExecutionException failed) {
            return silent(NoIdle.firstLine(failed));
        }
    }

    private Unavailable silent(String why) {
        return new Unavailable(
                "The service %s does not tell when the last input was (%s)."
                        .formatted(question.service(), why));
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
