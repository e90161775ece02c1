-- An application that lapsed before it was granted was perhaps never published: the end of it makes nothing public.
DROP POLICY wall ON "register_entries";
CREATE POLICY wall ON "register_entries" USING (institution_id = (SELECT app_institution()) AND (
  (SELECT app_sees_all())
  OR register = 'party'
  OR (register = 'patent' AND body ->> 'status' <> 'pending' AND body ? 'grantedOn')
  OR (register IN ('patent', 'result') AND (body -> 'inventors') ? (SELECT app_person()))
  OR (register = 'interest' AND split_part(id, '~', 1) = (SELECT app_person()))));
