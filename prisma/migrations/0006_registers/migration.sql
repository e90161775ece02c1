-- Registers of patents, results, parties and interests: which matters are about which subject, and what matters show to everybody.

CREATE TABLE "matter_subjects" (
    "institution_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,

    CONSTRAINT "matter_subjects_pkey" PRIMARY KEY ("institution_id","subject","matter_id")
);

CREATE TABLE "publications" (
    "institution_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("institution_id","matter_id")
);

CREATE INDEX "matter_subjects_institution_id_matter_id_idx" ON "matter_subjects"("institution_id", "matter_id");
CREATE INDEX "publications_institution_id_kind_since_matter_id_idx" ON "publications"("institution_id", "kind", "since", "matter_id");
CREATE INDEX "register_entries_interest_party" ON "register_entries" ("institution_id", split_part("id", '~', 2)) WHERE "register" = 'interest';

GRANT SELECT, INSERT, UPDATE, DELETE ON "matter_subjects", "publications" TO conveyance_app;
REVOKE DELETE ON "register_entries" FROM conveyance_app;
ALTER TABLE "matter_subjects" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "matter_subjects" FORCE ROW LEVEL SECURITY;
ALTER TABLE "publications" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "publications" FORCE ROW LEVEL SECURITY;

CREATE POLICY wall ON "matter_subjects" USING (institution_id = (SELECT app_institution()) AND ((SELECT app_sees_all())
  OR EXISTS (SELECT 1 FROM matters m WHERE m.institution_id = matter_subjects.institution_id AND m.id = matter_subjects.matter_id OFFSET 0)));
-- What is published is everybody's to read, signed in or not.
CREATE POLICY wall ON "publications" USING (institution_id = (SELECT app_institution()));

-- A granted patent is public knowledge. An application that is not published yet, and a result that never will be, are seen by the
-- office and by whoever made them; an interest by the office and by whose it is.
DROP POLICY wall ON "register_entries";
CREATE POLICY wall ON "register_entries" USING (institution_id = (SELECT app_institution()) AND (
  (SELECT app_sees_all())
  OR register = 'party'
  OR (register = 'patent' AND body ->> 'status' <> 'pending')
  OR (register IN ('patent', 'result') AND (body -> 'inventors') ? (SELECT app_person()))
  OR (register = 'interest' AND split_part(id, '~', 1) = (SELECT app_person()))));

-- Locks subjects in the order given, which is everybody's, and answers where their chains end.
CREATE FUNCTION lock_subjects(p_institution text, p_subjects text[]) RETURNS TABLE (subject text, seq integer, head_hash bytea)
LANGUAGE plpgsql AS $$
BEGIN
  FOREACH subject IN ARRAY p_subjects LOOP
    INSERT INTO chains (institution_id, chain, seq, head_hash) VALUES (p_institution, subject, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    SELECT c.seq, c.head_hash INTO seq, head_hash FROM chains c WHERE c.institution_id = p_institution AND c.chain = subject FOR UPDATE;
    RETURN NEXT;
  END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION lock_subjects TO conveyance_app;

-- Subjects are known only when the matter's state has been read: they are locked after it, not with it.
DROP FUNCTION record_lock(text, text, text, text, text, integer, text, text, text, text, boolean, text[]);

CREATE FUNCTION record_lock(
  p_institution text, p_chain text, p_matter text, p_command text,
  -- Set when the action opens the matter: whose number series, and of which year.
  p_process text, p_year integer,
  -- Who acts, in which role, for whom, on which day; absent for the program and for a statement of one's own.
  p_person text, p_role text, p_principal text, p_day text,
  p_calendars boolean
) RETURNS TABLE (
  seq integer, head_hash bytea, state bytea, key_generation integer, wrapped bytea,
  known_seq integer, known_kind text, known_day text, known_at bigint, known_facts bytea, known_generation integer,
  serial integer, held boolean, calendars jsonb
) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.institution', p_institution, true), set_config('app.scope', 'system', true);
  held := true;
  SELECT m.seq, m.head_hash, m.state, m.key_generation INTO seq, head_hash, state, key_generation
    FROM matters m WHERE m.institution_id = p_institution AND m.id = p_matter FOR UPDATE;
  IF NOT FOUND THEN
    -- Nothing to lock yet: two openings of one matter queue here, and the second finds the row.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_institution || '/' || p_matter, 0));
    SELECT m.seq, m.head_hash, m.state, m.key_generation INTO seq, head_hash, state, key_generation
      FROM matters m WHERE m.institution_id = p_institution AND m.id = p_matter FOR UPDATE;
  END IF;

  SELECT a.seq, a.kind, a.on_day, a.at, a.facts, a.key_generation
    INTO known_seq, known_kind, known_day, known_at, known_facts, known_generation
    FROM actions a WHERE a.institution_id = p_institution AND a.chain = p_chain AND a.command_id = p_command;
  SELECT k.wrapped INTO wrapped FROM matter_keys k
    WHERE k.institution_id = p_institution AND k.matter_id = p_matter AND k.generation = coalesce(known_generation, key_generation);
  IF known_seq IS NOT NULL THEN
    RETURN NEXT;
    RETURN;
  END IF;

  IF p_role IS NOT NULL THEN
    held := p_role = 'self' OR EXISTS (
      SELECT 1 FROM role_assignments r
      WHERE r.institution_id = p_institution AND r.person_id = coalesce(p_principal, p_person) AND r.role_key = p_role
        AND r.status = 'active' AND r.from_day <= p_day AND (r.to_day IS NULL OR r.to_day >= p_day));
    IF held AND p_principal IS NOT NULL THEN
      held := EXISTS (
        SELECT 1 FROM deputies d
        WHERE d.institution_id = p_institution AND d.deputy_id = p_person AND d.person_id = p_principal AND NOT d.revoked
          AND d.from_day <= p_day AND d.to_day >= p_day
          AND (p_role = 'self' OR cardinality(d.role_keys) = 0 OR p_role = ANY (d.role_keys)));
    END IF;
  END IF;

  IF p_process IS NOT NULL AND seq IS NULL AND held THEN
    INSERT INTO counters AS c (institution_id, process, year, last) VALUES (p_institution, p_process, p_year, 1)
      ON CONFLICT (institution_id, process, year) DO UPDATE SET last = c.last + 1 RETURNING c.last INTO serial;
  END IF;

  IF p_calendars THEN
    SELECT coalesce(jsonb_agg(jsonb_build_object('year', c.year, 'source', c.source, 'issuedOn', c.issued_on, 'invented', c.invented,
      'off', to_jsonb(c.off), 'workingWeekends', to_jsonb(c.working_weekends)) ORDER BY c.year, c.issued_on), '[]') INTO calendars
      FROM calendars c WHERE c.institution_id = p_institution;
  END IF;
  RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION record_lock TO conveyance_app;
