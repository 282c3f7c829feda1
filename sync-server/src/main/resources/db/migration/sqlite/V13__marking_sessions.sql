-- What tutors were observed to do, without a click of theirs: a session goes on while one
-- observation follows another. Its id is never given out twice.

CREATE TABLE marking_sessions (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id            BIGINT   NOT NULL REFERENCES users (id),
    unit_id            BIGINT   NOT NULL REFERENCES units (id),
    -- What can be compared of the address, and what only the server's key opens. Both are erased
    -- after a time.
    ip_address         TEXT,
    ip_address_sealed  TEXT,
    start_time         BIGINT   NOT NULL,
    end_time           BIGINT   NOT NULL,
    duration_minutes   BIGINT   NOT NULL DEFAULT 0,
    during_tutorial    SMALLINT NOT NULL DEFAULT 0 CHECK (during_tutorial IN (0, 1)),
    -- Null as long as there were heartbeats alone, which are no evidence of marking.
    last_action_at     BIGINT,
    actions            BIGINT   NOT NULL DEFAULT 0,
    assessments        BIGINT   NOT NULL DEFAULT 0,
    comments_added     BIGINT   NOT NULL DEFAULT 0,
    submissions_opened BIGINT   NOT NULL DEFAULT 0,
    -- Whether it is the one that was begun last of its user, unit and address: the only one that
    -- may go on. Not by its times, which a clock that is set back puts in another order.
    newest             SMALLINT NOT NULL CHECK (newest IN (0, 1)),
    created_at         BIGINT   NOT NULL,
    updated_at         BIGINT   NOT NULL,
    deleted_at         BIGINT,
    CHECK (end_time >= start_time),
    CHECK (duration_minutes = (end_time - start_time) / 60000),
    CHECK ((last_action_at IS NULL) = (actions = 0))
);
