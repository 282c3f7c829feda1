-- A unit's figures read its completed sessions, whose columns they find in this index alone, and
-- its few paused ones.

CREATE INDEX index_tutor_times_completed
    ON tutor_times (unit_role_id, start_time, end_time, duration_seconds, task_id, submissions)
    WHERE status = 'completed' AND deleted_at IS NULL;
CREATE INDEX index_tutor_times_paused ON tutor_times (unit_role_id)
    WHERE status = 'paused' AND deleted_at IS NULL;
