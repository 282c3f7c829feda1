-- Who did what, when and from where. Rows are added and never changed or removed: triggers of each
-- database refuse it. user_id is null for the operator at the command line and for service tokens;
-- there is no reference to users or units, because an entry outlives what it is about.

CREATE TABLE audit_log (
    id           TEXT   NOT NULL PRIMARY KEY,
    at           BIGINT NOT NULL,
    user_id      BIGINT,
    actor        TEXT   NOT NULL,
    address      TEXT   NOT NULL,
    action       TEXT   NOT NULL,
    subject_type TEXT   NOT NULL,
    subject_id   TEXT   NOT NULL,
    unit_id      BIGINT,
    state_before TEXT,
    state_after  TEXT,
    note         TEXT
);
CREATE INDEX index_audit_log_on_at ON audit_log (at, id);
CREATE INDEX index_audit_log_on_user_id ON audit_log (user_id, at, id);
CREATE INDEX index_audit_log_on_actor ON audit_log (actor, at, id);
CREATE INDEX index_audit_log_on_action ON audit_log (action, at, id);
CREATE INDEX index_audit_log_on_subject_type ON audit_log (subject_type, at, id);
CREATE INDEX index_audit_log_on_subject_id ON audit_log (subject_id, at, id);
CREATE INDEX index_audit_log_on_unit_id ON audit_log (unit_id, at, id);

-- Who sent an event that is held: what it will change is audited when it takes effect, under the
-- name of who sent it. A row lasts as long as its event is held.
CREATE TABLE held_event_senders (
    event_id TEXT   NOT NULL PRIMARY KEY REFERENCES timer_events (id),
    user_id  BIGINT,
    actor    TEXT   NOT NULL,
    address  TEXT   NOT NULL
);
