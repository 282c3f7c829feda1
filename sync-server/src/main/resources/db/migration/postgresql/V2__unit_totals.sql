-- units.total_tutor_time is the sum over completed sessions that are not deleted, whatever touches
-- the table: it follows each change in the same statement. All rows of a statement are added up
-- first, so that a statement of many rows changes each unit once.

CREATE FUNCTION unit_totals_after_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE units SET total_tutor_time = units.total_tutor_time + change.seconds
    FROM (SELECT unit_id, CAST(SUM(duration_seconds) AS BIGINT) AS seconds FROM after_rows
        WHERE status = 'completed' AND deleted_at IS NULL
        GROUP BY unit_id HAVING SUM(duration_seconds) <> 0) AS change
    WHERE units.id = change.unit_id;
    RETURN NULL;
END $$;

CREATE FUNCTION unit_totals_after_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE units SET total_tutor_time = units.total_tutor_time - change.seconds
    FROM (SELECT unit_id, CAST(SUM(duration_seconds) AS BIGINT) AS seconds FROM before_rows
        WHERE status = 'completed' AND deleted_at IS NULL
        GROUP BY unit_id HAVING SUM(duration_seconds) <> 0) AS change
    WHERE units.id = change.unit_id;
    RETURN NULL;
END $$;

CREATE FUNCTION unit_totals_after_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE units SET total_tutor_time = units.total_tutor_time + change.seconds
    FROM (SELECT unit_id, CAST(SUM(seconds) AS BIGINT) AS seconds FROM (
            SELECT unit_id, duration_seconds AS seconds FROM after_rows
            WHERE status = 'completed' AND deleted_at IS NULL
            UNION ALL
            SELECT unit_id, -duration_seconds FROM before_rows
            WHERE status = 'completed' AND deleted_at IS NULL) AS both_sides
        GROUP BY unit_id HAVING SUM(seconds) <> 0) AS change
    WHERE units.id = change.unit_id;
    RETURN NULL;
END $$;

CREATE FUNCTION unit_totals_after_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE units SET total_tutor_time = 0 WHERE total_tutor_time <> 0;
    RETURN NULL;
END $$;

CREATE TRIGGER tutor_times_added AFTER INSERT ON tutor_times
    REFERENCING NEW TABLE AS after_rows
    FOR EACH STATEMENT EXECUTE FUNCTION unit_totals_after_insert();
CREATE TRIGGER tutor_times_removed AFTER DELETE ON tutor_times
    REFERENCING OLD TABLE AS before_rows
    FOR EACH STATEMENT EXECUTE FUNCTION unit_totals_after_delete();
CREATE TRIGGER tutor_times_changed AFTER UPDATE ON tutor_times
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
    FOR EACH STATEMENT EXECUTE FUNCTION unit_totals_after_update();
CREATE TRIGGER tutor_times_emptied AFTER TRUNCATE ON tutor_times
    FOR EACH STATEMENT EXECUTE FUNCTION unit_totals_after_truncate();

-- The numbers of the events that the server itself writes. server_identity.last_seq, which counts
-- them on SQLite, would be one row that all writers wait for.
CREATE SEQUENCE server_event_seq;

-- Rows that change with nearly every request find room for their next version beside them.
ALTER TABLE users SET (fillfactor = 70);
ALTER TABLE units SET (fillfactor = 20);
ALTER TABLE tutor_times SET (fillfactor = 80);
