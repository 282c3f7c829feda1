package org.tutortimes.trust.simulation;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tutortimes.desktop.timer.Choice;
import org.tutortimes.desktop.timer.TimerActions;
import org.tutortimes.desktop.timer.TimerSnapshot;
import org.tutortimes.model.timer.MarkingTarget;
import org.tutortimes.trust.machine.FragileDisk;
import org.tutortimes.trust.machine.Mishap;
import org.tutortimes.trust.machine.Story;

/// Does what people, computers and networks do, one act after the other.
final class Doing {
    static final long TASK_NOT_IMPORTED = 9_001;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final World world;
    private final Story story;
    private final ServerSide serverSide;
    private final Copies copies;

    Doing(World world) {
        this.world = world;
        this.story = world.story();
        this.serverSide = new ServerSide(world);
        this.copies = new Copies(world);
    }

    /// Does one act, and lets a little time pass after it.
    void perform(Act act) {
        Random draw = new Random(act.number());
        List<Desk> desks = world.desks();
        Desk desk = desks.get(draw.nextInt(desks.size()));
        story.count("deed", act.deed().name());
        String said = act.deed() + " at desk " + desk.number();
        switch (act.deed().realm()) {
            case CLICK -> click(act.deed(), desk, draw);
            case TIME -> pass(act.deed(), desk, draw);
            case COMPUTER -> computer(act.deed(), desk, draw);
            case NETWORK -> network(act.deed(), desk, draw);
            case FOLDER -> copies.perform(act.deed(), desk);
            case SERVER -> serverSide.trouble(act.deed(), draw);
            case BROWSER -> serverSide.web(act.deed(), draw);
        }
        story.tell(said);
        world.pass(draw.nextInt(1, 7_000), 5_000);
    }

    private void click(Deed deed, Desk desk, Random draw) {
        int before = desk.witness().count();
        String refused =
                switch (deed) {
                    case START -> {
                        Choice choice = choice(desk, draw);
                        yield desk.click(timer -> timer.start(choice));
                    }
                    case PAUSE -> desk.click(TimerActions::pause);
                    case RESUME -> desk.click(TimerActions::resume);
                    case RESUME_ANOTHER -> {
                        UUID another = another(desk, draw);
                        yield another == null ? "none" : desk.click(t -> t.resume(another));
                    }
                    case COMPLETE -> desk.click(TimerActions::complete);
                    case KEEP_AWAY -> desk.click(TimerActions::keepAwayAndResume);
                    case DISCARD_AWAY -> desk.click(TimerActions::discardAwayAndResume);
                    case COMPLETE_AT_AWAY -> desk.click(TimerActions::completeAtAway);
                    default -> throw new IllegalStateException();
                };
        story.tell("  " + (refused == null ? "done" : refused));
        if (refused == null && desk.isOn() && deed != Deed.PAUSE) {
            mustHaveWritten(desk, deed, before);
        }
    }

    /// What was answered as done stands in the journal.
    private void mustHaveWritten(Desk desk, Deed deed, int before) {
        String kind =
                switch (deed) {
                    case START -> "started";
                    case COMPLETE, COMPLETE_AT_AWAY -> "completed";
                    default -> "resumed";
                };
        boolean written =
                desk.witness().written().stream().skip(before).anyMatch(event -> event.is(kind));
        if (!written) {
            story.violated(
                    "what is shown as done is durable",
                    "desk %d answered %s, and wrote no %s".formatted(desk.number(), deed, kind));
        }
    }

    private static Choice choice(Desk desk, Random draw) {
        boolean tia = desk.user().equals("tia");
        boolean first = !tia || draw.nextInt(3) > 0;
        MarkingTarget target =
                switch (draw.nextInt(8)) {
                    case 0, 1, 2 -> new MarkingTarget.OneTask(first ? 9_000 : 9_100);
                    case 3 ->
                            first
                                    ? new MarkingTarget.OneTask(TASK_NOT_IMPORTED)
                                    : new MarkingTarget.Pile(510);
                    default -> new MarkingTarget.Pile(first ? 500 : 510);
                };
        long role = tia ? (first ? 100 : 110) : 101;
        return new Choice(role, "SIT", target, "1.1P", "Some task", null);
    }

    private static @Nullable UUID another(Desk desk, Random draw) {
        TimerSnapshot shown = desk.shown();
        if (shown == null || shown.today().isEmpty()) {
            return null;
        }
        return shown.today().get(draw.nextInt(shown.today().size())).sessionId();
    }

    private void pass(Deed deed, Desk desk, Random draw) {
        List<Desk> mayClose = othersAwake(desk);
        List<Desk> someClosed = mayClose.stream().filter(_ -> draw.nextInt(5) < 3).toList();
        boolean night = draw.nextInt(100) == 0;
        List<Desk> closed = night ? mayClose : someClosed;
        closed.forEach(other -> other.setAwake(false));
        switch (deed) {
            case WORK -> world.pass(draw.nextLong(2_000, 3 * MINUTE / 2), step(draw));
            case LEAVE -> leave(desk, night ? 9 * HOUR : draw.nextLong(20_000, 2 * MINUTE), draw);
            case SLEEP_SHORTLY -> sleep(desk, draw.nextLong(5_000, MINUTE), 7_000);
            case SLEEP_LONG ->
                    sleep(desk, night ? 9 * HOUR : draw.nextLong(MINUTE, 3 * MINUTE), 25_000);
            default -> throw new IllegalStateException();
        }
        closed.forEach(other -> other.setAwake(true));
    }

    /// Of these some are asleep meanwhile, and all at night.
    private List<Desk> othersAwake(Desk desk) {
        return world.desks().stream()
                .filter(other -> !other.equals(desk) && other.isAwake())
                .toList();
    }

    private void leave(Desk desk, long millis, Random draw) {
        boolean diskFills = !desk.isDiskFull() && draw.nextInt(5) == 0;
        desk.setDiskFull(desk.isDiskFull() || diskFills);
        desk.setSomebodyThere(false);
        world.pass(millis, 15_000);
        desk.setSomebodyThere(true);
        if (diskFills) {
            world.pass(draw.nextLong(1_000, 40_000), 5_000);
            desk.setDiskFull(false);
        }
    }

    private void sleep(Desk desk, long millis, long step) {
        countIfOn(desk, "sleep");
        desk.setAwake(false);
        world.pass(millis, step);
        desk.setAwake(true);
    }

    private void countIfOn(Desk desk, String fault) {
        if (desk.isOn()) {
            story.count("fault", fault);
        }
    }

    private static long step(Random draw) {
        return draw.nextInt(4) == 0 ? draw.nextLong(20_000, 28_000) : draw.nextLong(3_000, 14_000);
    }

    private void computer(Deed deed, Desk desk, Random draw) {
        switch (deed) {
            case SET_WALL_CLOCK -> {
                boolean far = draw.nextBoolean();
                long most = far ? 365 * 24 * HOUR : 20 * MINUTE;
                desk.computer().setWallAhead(draw.nextLong(-most, most));
                countIfOn(desk, far ? "clock set by up to a year" : "clock set by some minutes");
            }
            case DRIFT -> {
                desk.computer().drift(draw.nextDouble(-0.01, 0.01));
                countIfOn(desk, "clock drifts");
            }
            case CRASH -> {
                countIfOn(desk, "crash from outside");
                desk.crash();
            }
            case CRASH_AT_COMMIT ->
                    desk.disk()
                            .crashAt(
                                    new FragileDisk.CrashPoint(
                                            draw.nextInt(4), draw.nextBoolean()));
            case LOSE_POWER -> {
                countIfOn(desk, "power lost");
                desk.crash();
                desk.computer().reboot();
                desk.boot();
            }
            case BOOT -> {
                if (!desk.isOn()) {
                    desk.boot();
                }
            }
            case QUIT -> desk.quit();
            case FILL_DISK -> desk.setDiskFull(true);
            case FREE_DISK -> desk.setDiskFull(false);
            default -> throw new IllegalStateException();
        }
    }

    private void network(Deed deed, Desk desk, Random draw) {
        switch (deed) {
            case MEET_MISHAPS -> {
                int count = draw.nextInt(1, 4);
                for (int each = 0; each < count; each++) {
                    Mishap[] all = Mishap.values();
                    desk.wire().meet(all[draw.nextInt(all.length)]);
                }
            }
            case CUT_NETWORK -> desk.wire().setCut(true);
            case MEND_NETWORK -> {
                desk.wire().setCut(false);
                desk.changeNetwork();
            }
            case SYNC_NOW ->
                    desk.ask(core -> {
                        core.syncNow();
                        return CompletableFuture.completedFuture(null);
                    });
            case SIGN_OUT -> {
                if (desk.ask(core -> core.signOut()) == null && desk.isOn()) {
                    story.count("fault", "signed out");
                }
            }
            case SIGN_IN ->
                    desk.signIn(draw.nextInt(8) == 0 ? Tutors.colleague(desk.user()) : desk.user());
            default -> throw new IllegalStateException();
        }
    }
}
