-- A one-time link is bound to what it showed, and opens by a code sent apart from it.
ALTER TABLE "one_time_links" ADD COLUMN "content_hash" TEXT, ADD COLUMN "code_hash" TEXT, ADD COLUMN "code_expires_at" TIMESTAMPTZ(3),
  ADD COLUMN "code_attempts" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX tasks_open_department ON tasks (institution_id, department_id, (coalesce(due_on, '9999')), matter_id, id) WHERE status = 'open';
CREATE INDEX matters_suspended ON matters (institution_id, id) WHERE standing = 'suspended';
