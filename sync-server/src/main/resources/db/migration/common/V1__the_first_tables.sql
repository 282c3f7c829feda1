-- Written for SQLite and PostgreSQL alike: ids of devices are TEXT, those of the LMS and all
-- instants (milliseconds since 1970, UTC) are BIGINT, truth values are SMALLINT 0 or 1.

CREATE TABLE users (
    id             BIGINT   NOT NULL PRIMARY KEY,
    username       TEXT     NOT NULL UNIQUE,
    name           TEXT     NOT NULL,
    email          TEXT,
    system_role    TEXT     NOT NULL DEFAULT 'none' CHECK (system_role IN ('admin', 'none')),
    password_hash  TEXT,
    active         SMALLINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    -- The last revision given out to this user's events; see timer_events.revision.
    event_revision BIGINT   NOT NULL DEFAULT 0
);

CREATE TABLE auth_tokens (
    id           TEXT     NOT NULL PRIMARY KEY,
    token_hash   TEXT     NOT NULL UNIQUE,
    user_id      BIGINT   NOT NULL REFERENCES users (id),
    device       TEXT     NOT NULL,
    remember     SMALLINT NOT NULL CHECK (remember IN (0, 1)),
    created_at   BIGINT   NOT NULL,
    last_used_at BIGINT   NOT NULL,
    expires_at   BIGINT   NOT NULL
);
CREATE INDEX index_auth_tokens_on_user_id ON auth_tokens (user_id);

-- changed_in is the import that last changed the row: what a timer lacks is what is newer than the
-- revision that it names.
CREATE TABLE units (
    id                          BIGINT   NOT NULL PRIMARY KEY,
    code                        TEXT     NOT NULL,
    name                        TEXT     NOT NULL,
    zone                        TEXT     NOT NULL,
    start_date                  TEXT,
    end_date                    TEXT,
    budget_hours                BIGINT,
    single_action_floor_minutes BIGINT   NOT NULL DEFAULT 5,
    total_tutor_time            BIGINT   NOT NULL DEFAULT 0,
    active                      SMALLINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    changed_in                  BIGINT   NOT NULL
);

CREATE TABLE unit_roles (
    id         BIGINT   NOT NULL PRIMARY KEY,
    unit_id    BIGINT   NOT NULL REFERENCES units (id),
    user_id    BIGINT   NOT NULL REFERENCES users (id),
    role       TEXT     NOT NULL CHECK (role IN ('convenor', 'tutor')),
    active     SMALLINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    changed_in BIGINT   NOT NULL
);
CREATE INDEX index_unit_roles_on_unit_id ON unit_roles (unit_id);
CREATE INDEX index_unit_roles_on_user_id ON unit_roles (user_id);

CREATE TABLE projects (
    id         BIGINT   NOT NULL PRIMARY KEY,
    unit_id    BIGINT   NOT NULL REFERENCES units (id),
    user_id    BIGINT   NOT NULL REFERENCES users (id),
    active     SMALLINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    changed_in BIGINT   NOT NULL
);
CREATE INDEX index_projects_on_unit_id ON projects (unit_id);
CREATE INDEX index_projects_on_user_id ON projects (user_id);

CREATE TABLE task_definitions (
    id             BIGINT   NOT NULL PRIMARY KEY,
    unit_id        BIGINT   NOT NULL REFERENCES units (id),
    abbreviation   TEXT     NOT NULL,
    name           TEXT     NOT NULL,
    target_minutes BIGINT,
    active         SMALLINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    changed_in     BIGINT   NOT NULL
);
CREATE INDEX index_task_definitions_on_unit_id ON task_definitions (unit_id);

CREATE TABLE tasks (
    id                 BIGINT   NOT NULL PRIMARY KEY,
    project_id         BIGINT   NOT NULL REFERENCES projects (id),
    task_definition_id BIGINT   NOT NULL REFERENCES task_definitions (id),
    status             TEXT     NOT NULL,
    active             SMALLINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    changed_in         BIGINT   NOT NULL
);
CREATE INDEX index_tasks_on_project_id ON tasks (project_id);
CREATE INDEX index_tasks_on_task_definition_id ON tasks (task_definition_id);

CREATE TABLE tutorials (
    id               BIGINT   NOT NULL PRIMARY KEY,
    unit_id          BIGINT   NOT NULL REFERENCES units (id),
    unit_role_id     BIGINT   NOT NULL REFERENCES unit_roles (id),
    stream           TEXT     NOT NULL,
    counts           SMALLINT NOT NULL DEFAULT 1 CHECK (counts IN (0, 1)),
    weekday          TEXT     NOT NULL,
    meeting_time     TEXT     NOT NULL,
    duration_minutes BIGINT   NOT NULL DEFAULT 120,
    zone             TEXT,
    active           SMALLINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    changed_in       BIGINT   NOT NULL
);
CREATE INDEX index_tutorials_on_unit_role_id ON tutorials (unit_role_id);

CREATE TABLE classes (
    id          TEXT     NOT NULL PRIMARY KEY,
    unit_id     BIGINT   NOT NULL REFERENCES units (id),
    name        TEXT     NOT NULL,
    teacher_id  BIGINT   NOT NULL REFERENCES users (id),
    student_ids TEXT     NOT NULL,
    status      TEXT     NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'ARCHIVED'))
);
CREATE INDEX index_classes_on_teacher_id ON classes (teacher_id);

-- What a device or the server wrote down. Rows are added and never changed, but for held_code,
-- which ends when its reason does.
CREATE TABLE timer_events (
    id          TEXT     NOT NULL PRIMARY KEY,
    session_id  TEXT     NOT NULL,
    user_id     BIGINT   NOT NULL REFERENCES users (id),
    device_id   TEXT     NOT NULL,
    seq         BIGINT   NOT NULL,
    kind        TEXT     NOT NULL,
    at          BIGINT,
    body        TEXT     NOT NULL,
    -- Without gaps per user, so that a reader who has seen n misses nothing up to n.
    revision    BIGINT   NOT NULL,
    received_at BIGINT   NOT NULL,
    in_future   SMALLINT NOT NULL DEFAULT 0 CHECK (in_future IN (0, 1)),
    held_code   TEXT,
    UNIQUE (user_id, revision)
);
CREATE INDEX index_timer_events_on_session_id ON timer_events (session_id);
CREATE INDEX index_timer_events_on_held_code ON timer_events (held_code) WHERE held_code IS NOT NULL;

CREATE TABLE tutor_times (
    id                 TEXT     NOT NULL PRIMARY KEY,
    user_id            BIGINT   NOT NULL REFERENCES users (id),
    unit_id            BIGINT   NOT NULL REFERENCES units (id),
    unit_role_id       BIGINT   NOT NULL REFERENCES unit_roles (id),
    task_id            BIGINT   REFERENCES tasks (id),
    task_definition_id BIGINT   REFERENCES task_definitions (id),
    status             TEXT     NOT NULL CHECK (status IN ('active', 'paused', 'completed')),
    manual             SMALLINT NOT NULL DEFAULT 0 CHECK (manual IN (0, 1)),
    start_time         BIGINT   NOT NULL,
    end_time           BIGINT,
    duration_seconds   BIGINT   NOT NULL DEFAULT 0 CHECK (duration_seconds >= 0),
    counted_ms         BIGINT   NOT NULL DEFAULT 0 CHECK (counted_ms >= 0),
    recorded_ms        BIGINT   NOT NULL DEFAULT 0 CHECK (recorded_ms >= counted_ms),
    submissions        BIGINT,
    flags              TEXT     NOT NULL DEFAULT '',
    -- The open segment, also of a session that shows as paused because a later one superseded it.
    open_since         BIGINT,
    opened_by          TEXT,
    opened_on          TEXT,
    -- The latest effective time of its events: the next one is stamped after it.
    latest_event_at    BIGINT   NOT NULL,
    created_at         BIGINT   NOT NULL,
    updated_at         BIGINT   NOT NULL,
    deleted_at         BIGINT,
    CHECK ((task_id IS NULL) <> (task_definition_id IS NULL)),
    CHECK (end_time IS NULL OR end_time >= start_time),
    CHECK (status <> 'completed' OR end_time IS NOT NULL)
);
CREATE INDEX index_tutor_times_on_unit_role_id ON tutor_times (unit_role_id, start_time);
CREATE INDEX index_tutor_times_on_unit_id ON tutor_times (unit_id, start_time);
CREATE INDEX index_tutor_times_on_user_id ON tutor_times (user_id, start_time);
CREATE INDEX index_tutor_times_on_task_id ON tutor_times (task_id);
CREATE INDEX index_tutor_times_on_status ON tutor_times (status);
CREATE INDEX index_tutor_times_on_open_since ON tutor_times (unit_role_id) WHERE open_since IS NOT NULL;
CREATE UNIQUE INDEX index_tutor_times_one_active ON tutor_times (unit_role_id)
    WHERE status = 'active' AND deleted_at IS NULL;

CREATE TABLE tutor_time_segments (
    session_id   TEXT   NOT NULL REFERENCES tutor_times (id),
    ordinal      BIGINT NOT NULL,
    unit_role_id BIGINT NOT NULL,
    start_time   BIGINT NOT NULL,
    end_time     BIGINT NOT NULL,
    counted_ms   BIGINT NOT NULL CHECK (counted_ms >= 0),
    PRIMARY KEY (session_id, ordinal),
    CHECK (end_time > start_time)
);
-- Overlaps are looked for among what ended after some instant, which is little: by end first.
CREATE INDEX index_tutor_time_segments_on_unit_role_id
    ON tutor_time_segments (unit_role_id, end_time, start_time);

-- One row: what this database is, and its counters.
CREATE TABLE server_identity (
    id                 SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    device_id          TEXT     NOT NULL,
    last_seq           BIGINT   NOT NULL DEFAULT 0,
    reference_revision BIGINT   NOT NULL DEFAULT 0
);
