-- Who asks a unit for its running or paused sessions need not walk through its completed ones.

CREATE INDEX index_tutor_times_unfinished ON tutor_times (unit_id, start_time)
    WHERE status <> 'completed';
