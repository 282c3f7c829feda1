-- units.total_tutor_time is the sum over completed sessions that are not deleted, whatever touches
-- the table: it follows each change in the same statement.

CREATE TRIGGER tutor_times_added AFTER INSERT ON tutor_times
WHEN NEW.status = 'completed' AND NEW.deleted_at IS NULL
BEGIN
    UPDATE units SET total_tutor_time = total_tutor_time + NEW.duration_seconds WHERE id = NEW.unit_id;
END;

CREATE TRIGGER tutor_times_removed AFTER DELETE ON tutor_times
WHEN OLD.status = 'completed' AND OLD.deleted_at IS NULL
BEGIN
    UPDATE units SET total_tutor_time = total_tutor_time - OLD.duration_seconds WHERE id = OLD.unit_id;
END;

CREATE TRIGGER tutor_times_changed
AFTER UPDATE OF status, duration_seconds, deleted_at, unit_id ON tutor_times
WHEN (OLD.status = 'completed' AND OLD.deleted_at IS NULL)
    OR (NEW.status = 'completed' AND NEW.deleted_at IS NULL)
BEGIN
    UPDATE units SET total_tutor_time = total_tutor_time - OLD.duration_seconds
        WHERE id = OLD.unit_id AND OLD.status = 'completed' AND OLD.deleted_at IS NULL;
    UPDATE units SET total_tutor_time = total_tutor_time + NEW.duration_seconds
        WHERE id = NEW.unit_id AND NEW.status = 'completed' AND NEW.deleted_at IS NULL;
END;
