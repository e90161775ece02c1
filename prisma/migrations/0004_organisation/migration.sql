-- A policy's text lies under its hash once; when it holds is said by publications, of which there may be several of one text.

DROP INDEX "policies_institution_id_process_from_day_seq_idx";
ALTER TABLE "policies" DROP COLUMN "from_day", DROP COLUMN "note", DROP COLUMN "published_by", DROP COLUMN "seq";

CREATE TABLE "policy_publications" (
    "institution_id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "policy_publications_pkey" PRIMARY KEY ("institution_id","process","seq")
);

GRANT SELECT, INSERT ON "policy_publications" TO conveyance_app;
ALTER TABLE "policy_publications" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "policy_publications" FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON "policy_publications" USING (institution_id = (SELECT app_institution()));

-- Who somebody is on a day: the roles he holds then, and for whom he stands in with which of their roles. One round trip, since
-- every request asks it. No row: no such person.

CREATE FUNCTION load_actor(p_institution text, p_person text, p_day text) RETURNS TABLE (roles text[], deputyships jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.institution', p_institution, true), set_config('app.scope', 'system', true);
  RETURN QUERY SELECT
    ARRAY(SELECT DISTINCT r.role_key FROM role_assignments r
      WHERE r.institution_id = p_institution AND r.person_id = p_person AND r.status = 'active'
        AND r.from_day <= p_day AND (r.to_day IS NULL OR r.to_day >= p_day) ORDER BY r.role_key),
    coalesce((SELECT jsonb_agg(jsonb_build_object('person', d.person_id, 'from', d.from_day, 'to', d.to_day, 'roles',
        ARRAY(SELECT DISTINCT r.role_key FROM role_assignments r
          WHERE r.institution_id = p_institution AND r.person_id = d.person_id AND r.status = 'active'
            AND r.from_day <= p_day AND (r.to_day IS NULL OR r.to_day >= p_day)
            AND (cardinality(d.role_keys) = 0 OR r.role_key = ANY (d.role_keys)) ORDER BY r.role_key)) ORDER BY d.person_id, d.id)
      FROM deputies d
      WHERE d.institution_id = p_institution AND d.deputy_id = p_person AND NOT d.revoked AND d.from_day <= p_day AND d.to_day >= p_day), '[]')
    FROM people p WHERE p.institution_id = p_institution AND p.id = p_person;
END $$;

GRANT EXECUTE ON FUNCTION load_actor TO conveyance_app;
