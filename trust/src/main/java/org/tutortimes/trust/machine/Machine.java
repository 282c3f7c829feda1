package org.tutortimes.trust.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.web.Network;

/// What a desk's program runs on: played clocks, a played network, and threads that are lists of
/// what is due.
public final class Machine {
    private static final OkHttpClient CLIENT = Network.ofThisMachine().client();

    private final int number;
    private final LongSupplier now;
    private final Random random;
    private final SimulatedComputer clocks;
    private final Wire wire;
    private final List<Agenda> agendas = new ArrayList<>();
    private int addresses;

    /// @param now true milliseconds
    /// @param looked runs whenever the program asks when the last input was
    public Machine(int number, LongSupplier now, Random random, Runnable looked, Wire wire) {
        this.number = number;
        this.now = now;
        this.random = random;
        this.clocks = new SimulatedComputer(now, looked);
        this.wire = wire;
    }

    public SimulatedComputer clocks() {
        return clocks;
    }

    public Wire wire() {
        return wire;
    }

    /// It comes to another network.
    public void changeNetwork() {
        addresses++;
    }

    /// Nothing is due any more, and nobody on the way remembers an answer.
    public void startAnew() {
        agendas.clear();
        wire.forget();
    }

    public void runDue() {
        for (Agenda agenda : List.copyOf(agendas)) {
            agenda.runDue();
        }
    }

    /// What the program sees of it.
    public Computer with(FragileDisk disk) {
        return new Computer(
                clocks,
                clocks,
                clocks,
                () -> ZoneId.of("Australia/Melbourne"),
                Ids.by(clocks::millis, random),
                random,
                disk::wrap,
                new Network(CLIENT.newBuilder().addInterceptor(wire).build(), this::ownAddresses),
                this::agenda);
    }

    private Set<InetAddress> ownAddresses() {
        try {
            return Set.of(
                    InetAddress.getByAddress(new byte[] {10, 0, (byte) number, (byte) addresses}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScheduledExecutorService agenda(String name) {
        Agenda agenda = new Agenda(now);
        agendas.add(agenda);
        return agenda;
    }
}
