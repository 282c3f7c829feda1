package org.tutortimes.trust.simulation;

/// What can be done to the world, and how often it is, compared with the rest.
enum Deed {
    START(10),
    PAUSE(6),
    RESUME(6),
    RESUME_ANOTHER(4),
    COMPLETE(5),
    KEEP_AWAY(3),
    DISCARD_AWAY(2),
    COMPLETE_AT_AWAY(2),
    WORK(14),
    LEAVE(4),
    SLEEP_SHORTLY(3),
    SLEEP_LONG(2),
    SET_WALL_CLOCK(2),
    DRIFT(1),
    CRASH(2),
    CRASH_AT_COMMIT(4),
    LOSE_POWER(1),
    BOOT(8),
    QUIT(2),
    MEET_MISHAPS(8),
    CUT_NETWORK(3),
    MEND_NETWORK(4),
    SYNC_NOW(4),
    SIGN_OUT(1),
    SIGN_IN(3),
    FILL_DISK(2),
    FREE_DISK(3),
    BACK_UP(2),
    RESTORE_BACKUP(1),
    CLONE(1),
    WRITE_BAD_ROW(1),
    WRITE_UNKNOWN_KIND(1),
    SERVER_CRASH(1),
    SERVER_CRASH_AT_COMMIT(3),
    SERVER_START(5),
    SERVER_FILL_DISK(1),
    SERVER_FREE_DISK(2),
    TOKENS_END(1),
    ROLE_LOST(1),
    ROLE_BACK(2),
    TASK_IMPORTED(1),
    WEB_START(2),
    WEB_PAUSE(2),
    WEB_RESUME(2),
    WEB_COMPLETE(2),
    WEB_DELETE(2),
    WEB_RESTORE(2),
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
