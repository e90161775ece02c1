-- Who sees which rows. The store names the viewer of each transaction in settings app.*; the policies below read them.
-- The application signs in as a member of conveyance_app, which owns nothing; FORCE holds an owner without superuser to the same wall.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'conveyance_app') THEN CREATE ROLE conveyance_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the cluster: another database made it just now
END $$;

GRANT USAGE ON SCHEMA public TO conveyance_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO conveyance_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO conveyance_app;
REVOKE ALL ON "_prisma_migrations" FROM conveyance_app;
-- What is written stays written.
REVOKE UPDATE, DELETE ON "actions", "refusals", "read_log", "policies", "calendars" FROM conveyance_app;
REVOKE DELETE ON "matters", "counters", "chains", "institutions", "people" FROM conveyance_app;

-- ---- The viewer

CREATE FUNCTION app_institution() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.institution', true), '') $$;
CREATE FUNCTION app_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.person', true), '') $$;
CREATE FUNCTION app_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.scope', true), '') = 'system' $$;
-- The process and whoever holds an office role for the whole institution.
CREATE FUNCTION app_sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.scope', true), '') = 'system' OR coalesce(current_setting('app.office', true), '') = 'on' $$;
CREATE FUNCTION app_list(setting text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(string_to_array(nullif(current_setting(setting, true), ''), ','), '{}') $$;

-- The keys under which the viewer is a candidate for tasks: roles, himself, what he holds, gave away, is barred from.
CREATE FUNCTION app_keys() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT app_list('app.roles') || ARRAY[app_person(), '=' || app_person(), '^' || app_person(), '!' || app_person()] $$;

-- ---- Indexes the schema language cannot say

CREATE INDEX tasks_open_due ON tasks (institution_id, due_on, matter_id, id) WHERE status = 'open';
CREATE INDEX tasks_open_holder ON tasks (institution_id, assignee, due_on) WHERE status = 'open';
CREATE INDEX tasks_closed_by ON tasks (institution_id, closed_by, closed_on, matter_id, id) WHERE closed_by IS NOT NULL;
CREATE INDEX tasks_closed_on ON tasks (institution_id, closed_on, matter_id, id) WHERE closed_on IS NOT NULL;
CREATE INDEX tasks_outcomes ON tasks (institution_id, process, step, outcome) WHERE outcome IS NOT NULL;
CREATE INDEX deadlines_open_due ON deadlines (institution_id, due_on, matter_id) WHERE closed_on IS NULL;
CREATE INDEX outbox_waiting ON outbox (institution_id, available_at, id) WHERE done_at IS NULL;
CREATE INDEX commands_waiting ON commands (institution_id, next_try_at) WHERE status = 'pending';
CREATE INDEX role_assignments_active ON role_assignments (institution_id, role, person_id) WHERE status = 'active';

-- ---- The walls. Sub-selects around the functions are run once a statement, not once a row. OFFSET 0 keeps the lookup of a matter
-- a lookup: without it the planner may read the whole table of matters for a page of fifty rows.

DO $$
DECLARE
  name text;
  house text := 'institution_id = (SELECT app_institution())';
  seen text := 'EXISTS (SELECT 1 FROM matters m WHERE m.institution_id = %1$I.institution_id AND m.id = %1$I.matter_id OFFSET 0)';
BEGIN
  -- Everybody in the house: who is who, who holds which role, what is in force.
  FOREACH name IN ARRAY ARRAY['departments', 'people', 'role_assignments', 'deputies', 'policies', 'calendars', 'parameters', 'register_entries'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s)', name, house);
  END LOOP;
  -- The program only: keys, secrets, heads, what is in flight.
  FOREACH name IN ARRAY ARRAY['person_keys', 'matter_keys', 'chains', 'counters', 'accounts', 'sessions', 'api_tokens', 'invitations',
    'one_time_links', 'commands', 'outbox', 'mails', 'blobs', 'incidents'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s AND (SELECT app_is_system()))', name, house);
  END LOOP;
  -- What belongs to a matter is seen by whoever sees the matter.
  FOREACH name IN ARRAY ARRAY['deadlines', 'documents', 'document_readings', 'comments', 'matter_tokens', 'tasks'] LOOP
    EXECUTE format('CREATE POLICY wall ON %1$I USING (%2$s AND ((SELECT app_sees_all()) OR ' || seen || '))', name, house);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['departments', 'people', 'role_assignments', 'deputies', 'policies', 'calendars', 'parameters', 'register_entries',
    'person_keys', 'matter_keys', 'chains', 'counters', 'accounts', 'sessions', 'api_tokens', 'invitations', 'one_time_links', 'commands',
    'outbox', 'mails', 'blobs', 'matter_tokens', 'incidents', 'deadlines', 'documents', 'document_readings', 'comments', 'matter_people',
    'tasks', 'task_candidates', 'matters', 'actions', 'attachments', 'drafts', 'saved_filters', 'refusals', 'read_log', 'institutions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;

CREATE POLICY wall ON institutions USING (id = (SELECT app_institution()));
-- Before anybody has signed in the program must know which houses there are, and learns their names only.
CREATE POLICY door ON institutions FOR SELECT USING (true);

-- Own ties and own candidacies only: the policy on matters asks these two tables, so they may not ask it back.
CREATE POLICY wall ON matter_people USING (
  institution_id = (SELECT app_institution()) AND ((SELECT app_sees_all()) OR person_id = (SELECT app_person())));
CREATE POLICY wall ON task_candidates USING (
  institution_id = (SELECT app_institution()) AND ((SELECT app_sees_all()) OR candidate = ANY ((SELECT app_keys())::text[])));

-- A person sees the matters he is tied to, took part in, or may take a task of; a department's officer those of the department.
CREATE POLICY wall ON matters USING (
  institution_id = (SELECT app_institution()) AND (
    (SELECT app_sees_all())
    OR department_id = ANY ((SELECT app_list('app.departments'))::text[])
    OR EXISTS (SELECT 1 FROM matter_people p
      WHERE p.institution_id = matters.institution_id AND p.matter_id = matters.id AND p.person_id = (SELECT app_person()) OFFSET 0)
    OR EXISTS (SELECT 1 FROM task_candidates c
      WHERE c.institution_id = matters.institution_id AND c.matter_id = matters.id AND c.candidate = ANY ((SELECT app_keys())::text[])
        AND NOT c.candidate = '!' || (SELECT app_person()) OFFSET 0)
  ));

CREATE POLICY wall ON actions USING (
  institution_id = (SELECT app_institution()) AND (
    (SELECT app_sees_all())
    OR (matter_id IS NULL AND chain = 'person/' || (SELECT app_person()))
    OR EXISTS (SELECT 1 FROM matters m WHERE m.institution_id = actions.institution_id AND m.id = actions.matter_id OFFSET 0)
  ));

CREATE POLICY wall ON attachments USING (
  institution_id = (SELECT app_institution()) AND (
    (SELECT app_sees_all())
    OR uploaded_by = (SELECT app_person())
    OR EXISTS (SELECT 1 FROM matters m WHERE m.institution_id = attachments.institution_id AND m.id = attachments.matter_id OFFSET 0)
  ));

CREATE POLICY wall ON drafts USING (
  institution_id = (SELECT app_institution()) AND (
    (SELECT app_is_system())
    OR person_id = (SELECT app_person())
    OR EXISTS (SELECT 1 FROM matters m WHERE m.institution_id = drafts.institution_id AND m.id = drafts.matter_id OFFSET 0)
  ));

CREATE POLICY wall ON saved_filters USING (
  institution_id = (SELECT app_institution()) AND ((SELECT app_is_system()) OR owner_id = (SELECT app_person())));
CREATE POLICY shared ON saved_filters FOR SELECT USING (institution_id = (SELECT app_institution()) AND shared);

CREATE POLICY wall ON refusals USING (
  institution_id = (SELECT app_institution()) AND (
    (SELECT app_sees_all())
    OR person_id = (SELECT app_person())
    OR EXISTS (SELECT 1 FROM matters m WHERE m.institution_id = refusals.institution_id AND m.id = refusals.matter_id OFFSET 0)
  ));

-- Who has read a matter is the office's to know, and one's own.
CREATE POLICY wall ON read_log USING (
  institution_id = (SELECT app_institution()) AND ((SELECT app_sees_all()) OR person_id = (SELECT app_person())));
