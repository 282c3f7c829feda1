package org.tutortimes.trust.simulation;

/// What can be done to the world, and how often it is, compared with the rest.
enum Deed {
    START(16),
    PAUSE(9),
    RESUME(9),
    RESUME_ANOTHER(14),
    COMPLETE(9),
    KEEP_AWAY(5),
    DISCARD_AWAY(4),
    COMPLETE_AT_AWAY(3),
    WORK(18),
    LEAVE(7),
    SLEEP_SHORTLY(4),
    SLEEP_LONG(3),
    SET_WALL_CLOCK(2),
    DRIFT(1),
    CRASH(1),
    CRASH_AT_COMMIT(4),
    LOSE_POWER(1),
    BOOT(9),
    QUIT(1),
    MEET_MISHAPS(8),
    CUT_NETWORK(3),
    MEND_NETWORK(5),
    SYNC_NOW(6),
    SIGN_OUT(1),
    SIGN_IN(4),
    FILL_DISK(1),
    FREE_DISK(3),
    BACK_UP(2),
    RESTORE_BACKUP(2),
    CLONE(1),
    WRITE_BAD_ROW(1),
    WRITE_UNKNOWN_KIND(1),
    SERVER_CRASH(1),
    SERVER_CRASH_AT_COMMIT(3),
    SERVER_START(6),
    SERVER_FILL_DISK(1),
    SERVER_FREE_DISK(3),
    TOKENS_END(1),
    ROLE_LOST(1),
    ROLE_BACK(2),
    TASK_IMPORTED(1),
    WEB_START(2),
    WEB_PAUSE(2),
    WEB_RESUME(2),
    WEB_COMPLETE(2),
    WEB_DELETE(2),
    WEB_RESTORE(3),
    WEB_CORRECT(2),
    WEB_ENTER(1);

    private final int weight;

    Deed(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
