-- Whoever carries a session's or a program's secret, as he stands on a day: every request asks it, in one round trip. A session's last
-- use is written down once a minute. No row: nobody, or no longer.
CREATE FUNCTION load_bearer(p_institution text, p_session boolean, p_hash text, p_now timestamptz, p_day text)
RETURNS TABLE (person text, roles text[], deputyships jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  found_person text;
  seen timestamptz;
BEGIN
  PERFORM set_config('app.institution', p_institution, true), set_config('app.scope', 'system', true);
  IF p_session THEN
    SELECT s.person_id, s.last_seen_at INTO found_person, seen FROM sessions s
      WHERE s.institution_id = p_institution AND s.token_hash = p_hash AND s.expires_at > p_now;
    IF seen < p_now - interval '1 minute' THEN
      UPDATE sessions s SET last_seen_at = p_now WHERE s.institution_id = p_institution AND s.token_hash = p_hash;
    END IF;
  ELSE
    SELECT t.person_id INTO found_person FROM api_tokens t
      WHERE t.institution_id = p_institution AND t.token_hash = p_hash AND t.revoked_at IS NULL
        AND (t.expires_at IS NULL OR t.expires_at > p_now);
  END IF;
  RETURN QUERY SELECT found_person, a.roles, a.deputyships FROM load_actor(p_institution, found_person, p_day) a;
END $$;

GRANT EXECUTE ON FUNCTION load_bearer TO conveyance_app;
