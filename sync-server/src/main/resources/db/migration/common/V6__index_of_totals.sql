-- Whatever a unit's time is added up by, its completed sessions are read in this index alone: their
-- ids too, by which the segments of the few that cross midnight are found.

DROP INDEX index_tutor_times_completed;
CREATE INDEX index_tutor_times_completed
    ON tutor_times (unit_role_id, start_time, end_time, duration_seconds, task_id,
        task_definition_id, submissions, id)
    WHERE status = 'completed' AND deleted_at IS NULL;
