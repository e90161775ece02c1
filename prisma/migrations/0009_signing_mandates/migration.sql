-- Who may sign for the house is known to the office, and to whoever may.
DROP POLICY wall ON "register_entries";
CREATE POLICY wall ON "register_entries" USING (institution_id = (SELECT app_institution()) AND (
  (SELECT app_sees_all())
  OR register = 'party'
  OR (register = 'patent' AND body ->> 'status' <> 'pending' AND body ? 'grantedOn')
  OR (register IN ('patent', 'result') AND (body -> 'inventors') ? (SELECT app_person()))
  OR (register IN ('interest', 'mandate') AND split_part(id, '~', 1) = (SELECT app_person()))));
