-- A person may be called what a role is called. As a candidate he is `+person` from here on, and never taken for the role.
CREATE OR REPLACE FUNCTION app_keys() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT app_list('app.roles') || ARRAY['+' || app_person(), '=' || app_person(), '^' || app_person(), '!' || app_person()] $$;

-- An owner who is no superuser is behind the walls too, and names no house here.
ALTER TABLE tasks NO FORCE ROW LEVEL SECURITY;
ALTER TABLE task_candidates NO FORCE ROW LEVEL SECURITY;

INSERT INTO task_candidates (institution_id, candidate, assigned, due_sort, matter_id, task_id)
  SELECT t.institution_id, '+' || named.person, t.assignee IS NOT NULL, coalesce(t.due_on, '9999'), t.matter_id, t.id
  FROM tasks t CROSS JOIN LATERAL unnest(t.people) AS named (person)
  WHERE t.status = 'open'
  ON CONFLICT DO NOTHING;

DELETE FROM task_candidates c USING tasks t
  WHERE t.institution_id = c.institution_id AND t.matter_id = c.matter_id AND t.id = c.task_id
    AND c.candidate = ANY (t.people) AND NOT c.candidate = ANY (t.roles);

ALTER TABLE tasks FORCE ROW LEVEL SECURITY;
ALTER TABLE task_candidates FORCE ROW LEVEL SECURITY;
