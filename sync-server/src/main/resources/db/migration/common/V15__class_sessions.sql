-- Live classes: a teaching group, its sittings, and what students do in them. Lists that are read
-- and written as a whole are one JSON value each; ${json} is what the database keeps JSON in.

-- When the class meets each week, if that is known, and whether that counts as a tutorial.
ALTER TABLE classes ADD COLUMN weekday TEXT;
ALTER TABLE classes ADD COLUMN meeting_time TEXT;
ALTER TABLE classes ADD COLUMN duration_minutes BIGINT NOT NULL DEFAULT 120;
ALTER TABLE classes ADD COLUMN zone TEXT;
ALTER TABLE classes ADD COLUMN feedback SMALLINT NOT NULL DEFAULT 0 CHECK (feedback IN (0, 1));
CREATE INDEX index_classes_on_status ON classes (status);
CREATE INDEX index_classes_on_name ON classes (name, id);
CREATE INDEX index_classes_on_unit_id ON classes (unit_id, name, id);

CREATE TABLE class_sessions (
    id           TEXT    NOT NULL PRIMARY KEY,
    class_id     TEXT    NOT NULL REFERENCES classes (id),
    created_by   BIGINT  NOT NULL REFERENCES users (id),
    test_id      BIGINT,
    title        TEXT    NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN (
        'SCHEDULED', 'WAITING_FOR_STUDENTS', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
    scheduled_at BIGINT  NOT NULL,
    started_at   BIGINT,
    completed_at BIGINT,
    cancelled_at BIGINT,
    created_at   BIGINT  NOT NULL,
    passages     ${json} NOT NULL,
    -- Written once a second while students are there: the last of the columns.
    participants ${json} NOT NULL,
    CHECK ((completed_at IS NOT NULL) = (status = 'COMPLETED')),
    CHECK ((cancelled_at IS NOT NULL) = (status = 'CANCELLED')),
    CHECK (started_at IS NOT NULL OR status NOT IN ('IN_PROGRESS', 'COMPLETED'))
);
CREATE INDEX index_class_sessions_on_class_id ON class_sessions (class_id, scheduled_at, id);
CREATE INDEX index_class_sessions_on_status ON class_sessions (status);
CREATE INDEX index_class_sessions_on_scheduled_at ON class_sessions (scheduled_at, id);
CREATE INDEX index_class_sessions_on_created_by ON class_sessions (created_by);
CREATE INDEX index_class_sessions_on_test_id ON class_sessions (test_id);

CREATE TABLE attempts (
    id               TEXT    NOT NULL PRIMARY KEY,
    class_session_id TEXT    REFERENCES class_sessions (id),
    student_id       BIGINT  NOT NULL REFERENCES users (id),
    test_id          BIGINT,
    task_id          BIGINT  REFERENCES tasks (id),
    status           TEXT    NOT NULL CHECK (status IN ('IN_PROGRESS', 'SUBMITTED', 'ABANDONED')),
    started_at       BIGINT  NOT NULL,
    submitted_at     BIGINT,
    -- How many of the highlights have not been taken back, for those who only count.
    highlights       BIGINT  NOT NULL DEFAULT 0 CHECK (highlights >= 0),
    highlighted_text ${json} NOT NULL,
    CHECK ((submitted_at IS NOT NULL) = (status = 'SUBMITTED'))
);
CREATE INDEX index_attempts_on_class_session_id ON attempts (class_session_id);
CREATE INDEX index_attempts_on_student_id ON attempts (student_id);
CREATE INDEX index_attempts_on_status ON attempts (status);
CREATE INDEX index_attempts_on_test_id ON attempts (test_id);
-- One sitting, one attempt.
CREATE UNIQUE INDEX index_attempts_one_a_session ON attempts (class_session_id, student_id)
    WHERE class_session_id IS NOT NULL;
