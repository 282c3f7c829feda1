package org.tutortimes.desktop.computer;

import com.fasterxml.uuid.Generators;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.tutortimes.desktop.clock.RunningClock;
import org.tutortimes.desktop.idle.InputIdle;
import org.tutortimes.desktop.store.Disk;
import org.tutortimes.desktop.web.Network;

/// The computer that the program runs on.
///
/// @param clock measures work
/// @param wall read once at the start, and for the server's offset
/// @param input what the computer knows of keyboard and mouse; closed by whoever made it
/// @param zone where midnight is
/// @param ids gives a new id, UUIDv7, each time
/// @param random spreads the attempts of many computers
/// @param disk where the journal is
/// @param network carries the calls to the server; closed with the core
/// @param threads gives a thread by its name, which is ended with the core
public record Computer(
        RunningClock clock,
        InstantSource wall,
        InputIdle input,
        Supplier<ZoneId> zone,
        Supplier<UUID> ids,
        RandomGenerator random,
        Disk disk,
        Network network,
        Function<String, ScheduledExecutorService> threads) {

    /// This computer as it is.
    public static Computer ofThisMachine(RunningClock clock, InputIdle input) {
        return with(clock, InstantSource.system(), input, ZoneId::systemDefault);
    }

    /// This computer with the clocks and the keyboard of another.
    public static Computer with(
            RunningClock clock, InstantSource wall, InputIdle input, Supplier<ZoneId> zone) {
        return new Computer(
                clock,
                wall,
                input,
                zone,
                Generators.timeBasedEpochGenerator()::generate,
                RandomGenerator.getDefault(),
                Disk.ofThisMachine(),
                Network.ofThisMachine(),
                Computer::thread);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
    }
}
