package org.tutortimes.trust.simulation;

/// What can be done to the world, and how often it is, compared with the rest.
enum Deed {
    START(Realm.CLICK, 16),
    PAUSE(Realm.CLICK, 9),
    RESUME(Realm.CLICK, 9),
    RESUME_ANOTHER(Realm.CLICK, 14),
    COMPLETE(Realm.CLICK, 9),
    KEEP_AWAY(Realm.CLICK, 5),
    DISCARD_AWAY(Realm.CLICK, 4),
    COMPLETE_AT_AWAY(Realm.CLICK, 3),
    WORK(Realm.TIME, 18),
    LEAVE(Realm.TIME, 7),
    SLEEP_SHORTLY(Realm.TIME, 4),
    SLEEP_LONG(Realm.TIME, 3),
    SET_WALL_CLOCK(Realm.COMPUTER, 2),
    DRIFT(Realm.COMPUTER, 1),
    CRASH(Realm.COMPUTER, 1),
    CRASH_AT_COMMIT(Realm.COMPUTER, 4),
    LOSE_POWER(Realm.COMPUTER, 1),
    BOOT(Realm.COMPUTER, 9),
    QUIT(Realm.COMPUTER, 1),
    MEET_MISHAPS(Realm.NETWORK, 8),
    CUT_NETWORK(Realm.NETWORK, 3),
    MEND_NETWORK(Realm.NETWORK, 5),
    SYNC_NOW(Realm.NETWORK, 6),
    SIGN_OUT(Realm.NETWORK, 1),
    SIGN_IN(Realm.NETWORK, 4),
    FILL_DISK(Realm.COMPUTER, 1),
    FREE_DISK(Realm.COMPUTER, 3),
    BACK_UP(Realm.FOLDER, 2),
    RESTORE_BACKUP(Realm.FOLDER, 2),
    CLONE(Realm.FOLDER, 1),
    WRITE_BAD_ROW(Realm.FOLDER, 1),
    WRITE_UNKNOWN_KIND(Realm.FOLDER, 1),
    SERVER_CRASH(Realm.SERVER, 1),
    SERVER_CRASH_AT_COMMIT(Realm.SERVER, 3),
    SERVER_START(Realm.SERVER, 6),
    SERVER_FILL_DISK(Realm.SERVER, 1),
    SERVER_FREE_DISK(Realm.SERVER, 3),
    TOKENS_END(Realm.SERVER, 1),
    ROLE_LOST(Realm.SERVER, 1),
    ROLE_BACK(Realm.SERVER, 2),
    TASK_IMPORTED(Realm.SERVER, 1),
    WEB_START(Realm.BROWSER, 2),
    WEB_PAUSE(Realm.BROWSER, 2),
    WEB_RESUME(Realm.BROWSER, 2),
    WEB_COMPLETE(Realm.BROWSER, 2),
    WEB_DELETE(Realm.BROWSER, 2),
    WEB_RESTORE(Realm.BROWSER, 3),
    WEB_CORRECT(Realm.BROWSER, 2),
    WEB_ENTER(Realm.BROWSER, 1);

    /// What it is done to, or with.
    enum Realm {
        CLICK,
        TIME,
        COMPUTER,
        NETWORK,
        FOLDER,
        SERVER,
        BROWSER
    }

    private final Realm realm;
    private final int weight;

    Deed(Realm realm, int weight) {
        this.realm = realm;
        this.weight = weight;
    }

    Realm realm() {
        return realm;
    }

    int weight() {
        return weight;
    }
}
