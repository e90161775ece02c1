-- The first half of an append in one round trip. Each statement of a function takes its own snapshot, so what is read after the
-- lock is what the transaction before left behind; one SELECT with sub-selects would read from before the wait.

CREATE FUNCTION record_lock(
  p_institution text, p_chain text, p_matter text, p_command text,
  -- Set when the action opens the matter: whose number series, and of which year.
  p_process text, p_year integer,
  -- Who acts, in which role, for whom, on which day; absent for the program and for a statement of one's own.
  p_person text, p_role text, p_principal text, p_day text,
  p_calendars boolean,
  -- Register chains to be locked beside the matter, for rules over more than one.
  p_subjects text[]
) RETURNS TABLE (
  seq integer, head_hash bytea, state bytea, key_generation integer, wrapped bytea,
  known_seq integer, known_kind text, known_day text, known_at bigint, known_facts bytea, known_generation integer,
  serial integer, held boolean, calendars jsonb
) LANGUAGE plpgsql AS $$
DECLARE
  subject text;
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

  FOREACH subject IN ARRAY p_subjects LOOP -- sorted by the caller, so that two of them never wait for each other
    INSERT INTO chains (institution_id, chain, seq, head_hash) VALUES (p_institution, subject, 0, '') ON CONFLICT DO NOTHING;
    PERFORM 1 FROM chains c WHERE c.institution_id = p_institution AND c.chain = subject FOR UPDATE;
  END LOOP;

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

-- The state of one matter with the key that opens it, for the program, in one round trip.
CREATE FUNCTION record_read(p_institution text, p_matter text) RETURNS TABLE (seq integer, key_generation integer, state bytea, wrapped bytea)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.institution', p_institution, true), set_config('app.scope', 'system', true);
  RETURN QUERY SELECT m.seq, m.key_generation, m.state, k.wrapped
    FROM matters m LEFT JOIN matter_keys k
      ON k.institution_id = m.institution_id AND k.matter_id = m.id AND k.generation = m.key_generation
    WHERE m.institution_id = p_institution AND m.id = p_matter;
END $$;

GRANT EXECUTE ON FUNCTION record_read TO conveyance_app;
