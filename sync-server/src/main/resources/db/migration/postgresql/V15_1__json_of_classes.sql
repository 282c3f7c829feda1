-- Lists that were text until now, and who looks for a student in them.
ALTER TABLE classes ALTER COLUMN student_ids TYPE JSONB USING CAST(student_ids AS JSONB);
CREATE INDEX index_classes_on_student_ids ON classes USING GIN (student_ids jsonb_path_ops);

-- Its rows change once a second, and find room for their next version beside them.
ALTER TABLE class_sessions SET (fillfactor = 70);
