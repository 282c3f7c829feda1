-- A page of a table of sessions is read along an index, whatever it is sorted or filtered by.
CREATE INDEX index_tutor_times_on_duration ON tutor_times (unit_id, duration_seconds, id);
CREATE INDEX index_tutor_times_flagged ON tutor_times (unit_id, start_time) WHERE flags <> '';
CREATE INDEX index_tutor_times_on_task_definition_id ON tutor_times (task_definition_id)
    WHERE task_definition_id IS NOT NULL;
CREATE INDEX index_marking_sessions_on_duration ON marking_sessions (unit_id, duration_minutes, id);
