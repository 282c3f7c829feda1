CREATE INDEX index_marking_sessions_on_unit_id ON marking_sessions (unit_id, start_time);
CREATE INDEX index_marking_sessions_on_user_id
    ON marking_sessions (user_id, unit_id, start_time);
CREATE INDEX index_marking_sessions_with_address ON marking_sessions (start_time)
    WHERE ip_address IS NOT NULL;
-- Of two who begin a session at the same instant the second fails, whatever went before.
CREATE UNIQUE INDEX index_marking_sessions_newest ON marking_sessions (user_id, unit_id, ip_address)
    WHERE newest = 1;

CREATE TABLE session_activities (
    id                 TEXT     NOT NULL PRIMARY KEY,
    marking_session_id BIGINT   NOT NULL REFERENCES marking_sessions (id),
    action             TEXT     NOT NULL CHECK (action IN (
        'inbox', 'GET', 'PUT', 'assessing', 'add-comment', 'edit-comment', 'get-comments',
        'delete-comment', 'get-comment-attachment', 'mark-comment-unread',
        'get-submission-details', 'get-submission-files')),
    project_id         BIGINT   REFERENCES projects (id),
    task_id            BIGINT   REFERENCES tasks (id),
    task_definition_id BIGINT   REFERENCES task_definitions (id),
    -- Whether the status of the task became another by it.
    changed_status     SMALLINT NOT NULL DEFAULT 0 CHECK (changed_status IN (0, 1)),
    -- When it was done, and when that came to be known.
    created_at         BIGINT   NOT NULL,
    updated_at         BIGINT   NOT NULL
);
CREATE INDEX index_session_activities_on_action_task_id_and_time
    ON session_activities (action, task_id, created_at);
CREATE INDEX index_session_activities_on_marking_session_id
    ON session_activities (marking_session_id, created_at);
CREATE INDEX index_session_activities_on_project_id
    ON session_activities (project_id, marking_session_id);

-- Which key the addresses of this database belong to.
ALTER TABLE server_identity ADD COLUMN address_key_id TEXT;
