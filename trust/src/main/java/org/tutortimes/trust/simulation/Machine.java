package org.tutortimes.trust.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.tutortimes.desktop.computer.Computer;
import org.tutortimes.desktop.web.Network;

/// What a desk's program runs on: played clocks, a played network, and threads that are lists of
/// what is due.
final class Machine {
    private static final OkHttpClient CLIENT = Network.ofThisMachine().client();

    private final int number;
    private final World world;
    private final SimulatedComputer clocks;
    private final Wire wire;
    private final List<Agenda> agendas = new ArrayList<>();
    private int addresses;

    /// @param looked runs whenever the program asks when the last input was
    Machine(int number, World world, Runnable looked, Wire wire) {
        this.number = number;
        this.world = world;
        this.clocks = new SimulatedComputer(world::now, looked);
        this.wire = wire;
    }

    SimulatedComputer clocks() {
        return clocks;
    }

    Wire wire() {
        return wire;
    }

    /// It comes to another network.
    void changeNetwork() {
        addresses++;
    }

    /// Nothing is due any more, and nobody on the way remembers an answer.
    void startAnew() {
        agendas.clear();
        wire.forget();
    }

    void runDue() {
        for (Agenda agenda : List.copyOf(agendas)) {
            agenda.runDue();
        }
    }

    /// What the program sees of it.
    Computer with(FragileDisk disk) {
        return new Computer(
                clocks,
                clocks,
                clocks,
                () -> ZoneId.of("Australia/Melbourne"),
                world.ids(clocks),
                world.random(),
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
        Agenda agenda = new Agenda(world::now);
        agendas.add(agenda);
        return agenda;
    }
}
