-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "institutions" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "institutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departments" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "parent_id" TEXT,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "people" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_latin" TEXT,
    "department_id" TEXT,
    "employer" TEXT NOT NULL,
    "employer_name" TEXT,
    "relation" TEXT NOT NULL,
    "is_natural_person" BOOLEAN NOT NULL DEFAULT true,
    "title" TEXT,
    "nationality" TEXT,
    "supervisor_id" TEXT,
    "left_on" TEXT,
    "mail" TEXT,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "status" TEXT NOT NULL DEFAULT 'active',
    "id_type" TEXT,
    "identity_masked" TEXT,
    "sealed_identity" BYTEA,
    "account_masked" TEXT,
    "sealed_account" BYTEA,

    CONSTRAINT "people_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "person_keys" (
    "institution_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "person_keys_pkey" PRIMARY KEY ("institution_id","person_id")
);

-- CreateTable
CREATE TABLE "role_assignments" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "department_id" TEXT,
    "role_key" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT,
    "granted_by" TEXT NOT NULL,
    "seconded_by" TEXT,
    "status" TEXT NOT NULL,

    CONSTRAINT "role_assignments_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "deputies" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "deputy_id" TEXT NOT NULL,
    "role_keys" TEXT[],
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "reason" TEXT,
    "revoked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "deputies_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "chains" (
    "institution_id" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "chains_pkey" PRIMARY KEY ("institution_id","chain")
);

-- CreateTable
CREATE TABLE "actions" (
    "institution_id" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "matter_id" TEXT,
    "command_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "at" BIGINT NOT NULL,
    "on_day" TEXT NOT NULL,
    "facts" BYTEA NOT NULL,
    "key_generation" INTEGER NOT NULL,
    "policy_version" TEXT,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "actions_pkey" PRIMARY KEY ("institution_id","chain","seq")
);

-- CreateTable
CREATE TABLE "counters" (
    "institution_id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("institution_id","process","year")
);

-- CreateTable
CREATE TABLE "matters" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "stage" TEXT[],
    "standing" TEXT NOT NULL,
    "turn" TEXT NOT NULL,
    "outcome" TEXT,
    "opened_on" TEXT NOT NULL,
    "closed_on" TEXT,
    "opened_by" TEXT,
    "department_id" TEXT,
    "parent_id" TEXT,
    "policy_version" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "head_hash" BYTEA NOT NULL,
    "last_at" BIGINT NOT NULL,
    "last_on" TEXT NOT NULL,
    "key_generation" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "erased_on" TEXT,

    CONSTRAINT "matters_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "matter_keys" (
    "institution_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "matter_keys_pkey" PRIMARY KEY ("institution_id","matter_id","generation")
);

-- CreateTable
CREATE TABLE "matter_people" (
    "institution_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "share_bp" INTEGER,

    CONSTRAINT "matter_people_pkey" PRIMARY KEY ("institution_id","matter_id","person_id","relation")
);

-- CreateTable
CREATE TABLE "matter_tokens" (
    "institution_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,

    CONSTRAINT "matter_tokens_pkey" PRIMARY KEY ("institution_id","token","matter_id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "institution_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "roles" TEXT[],
    "people" TEXT[],
    "barred" TEXT[],
    "assignee" TEXT,
    "owner" TEXT,
    "department_id" TEXT,
    "opened_on" TEXT NOT NULL,
    "due_on" TEXT,
    "due" JSONB,
    "deadline_class" TEXT,
    "follow_up_on" TEXT,
    "outcome" TEXT,
    "reason" TEXT,
    "citations" JSONB,
    "closed_on" TEXT,
    "closed_by" TEXT,
    "closed_as" TEXT,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("institution_id","matter_id","id")
);

-- CreateTable
CREATE TABLE "task_candidates" (
    "institution_id" TEXT NOT NULL,
    "candidate" TEXT NOT NULL,
    "assigned" BOOLEAN NOT NULL,
    "due_sort" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,

    CONSTRAINT "task_candidates_pkey" PRIMARY KEY ("institution_id","candidate","matter_id","task_id")
);

-- CreateTable
CREATE TABLE "deadlines" (
    "institution_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "deadline_class" TEXT,
    "due_on" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "due" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "notes" JSONB NOT NULL,
    "closed_on" TEXT,

    CONSTRAINT "deadlines_pkey" PRIMARY KEY ("institution_id","matter_id","source","code")
);

-- CreateTable
CREATE TABLE "documents" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "document_readings" (
    "institution_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,

    CONSTRAINT "document_readings_pkey" PRIMARY KEY ("institution_id","document_id","language")
);

-- CreateTable
CREATE TABLE "blobs" (
    "institution_id" TEXT NOT NULL,
    "sealed_under" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "key_generation" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "matter_id" TEXT,

    CONSTRAINT "blobs_pkey" PRIMARY KEY ("institution_id","sealed_under","sha256")
);

-- CreateTable
CREATE TABLE "attachments" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT,
    "task_id" TEXT,
    "uploaded_by" TEXT NOT NULL,
    "sealed_under" TEXT NOT NULL,
    "key_generation" INTEGER NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "on_day" TEXT NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "comments" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "mentions" TEXT[],
    "at" BIGINT NOT NULL,
    "on_day" TEXT NOT NULL,
    "key_generation" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "institution_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "matter_id" TEXT,
    "person_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "key_generation" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("institution_id","subject")
);

-- CreateTable
CREATE TABLE "saved_filters" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "refusals" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT,
    "command_id" TEXT,
    "person_id" TEXT,
    "asked" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "citations" JSONB NOT NULL,
    "sealed_fact" BYTEA NOT NULL,
    "key_generation" INTEGER NOT NULL,
    "field" TEXT,
    "at" BIGINT NOT NULL,
    "on_day" TEXT NOT NULL,

    CONSTRAINT "refusals_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "policies" (
    "institution_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "from_day" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "note" TEXT,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "policies_pkey" PRIMARY KEY ("institution_id","hash")
);

-- CreateTable
CREATE TABLE "calendars" (
    "institution_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "issued_on" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "off" TEXT[],
    "working_weekends" TEXT[],

    CONSTRAINT "calendars_pkey" PRIMARY KEY ("institution_id","year","issued_on")
);

-- CreateTable
CREATE TABLE "parameters" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from_day" TEXT,
    "to_day" TEXT,
    "province" TEXT,
    "value" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "note" TEXT,

    CONSTRAINT "parameters_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "register_entries" (
    "institution_id" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "register_entries_pkey" PRIMARY KEY ("institution_id","register","id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "institution_id" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("institution_id","username")
);

-- CreateTable
CREATE TABLE "sessions" (
    "institution_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("institution_id","token_hash")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "institution_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("institution_id","token_hash")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "institution_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "matter_id" TEXT,
    "task_id" TEXT,
    "person_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("institution_id","token_hash")
);

-- CreateTable
CREATE TABLE "commands" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "matter_id" TEXT,
    "body_hash" TEXT NOT NULL,
    "sealed_request" BYTEA,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "http_status" INTEGER,
    "sealed_answer" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "commands_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "institution_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "matter_id" TEXT,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "read_log" (
    "institution_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "person_id" TEXT,
    "matter_id" TEXT,
    "what" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "read_log_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "institution_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_outcome" TEXT,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateTable
CREATE TABLE "mails" (
    "institution_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" TEXT,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "matter_id" TEXT,
    "message_id" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("institution_id","id")
);

-- CreateIndex
CREATE INDEX "people_institution_id_department_id_idx" ON "people"("institution_id", "department_id");

-- CreateIndex
CREATE INDEX "people_institution_id_name_idx" ON "people"("institution_id", "name");

-- CreateIndex
CREATE INDEX "role_assignments_institution_id_person_id_role_key_idx" ON "role_assignments"("institution_id", "person_id", "role_key");

-- CreateIndex
CREATE INDEX "role_assignments_institution_id_role_key_idx" ON "role_assignments"("institution_id", "role_key");

-- CreateIndex
CREATE INDEX "deputies_institution_id_deputy_id_idx" ON "deputies"("institution_id", "deputy_id");

-- CreateIndex
CREATE INDEX "deputies_institution_id_person_id_idx" ON "deputies"("institution_id", "person_id");

-- CreateIndex
CREATE INDEX "actions_institution_id_matter_id_seq_idx" ON "actions"("institution_id", "matter_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "actions_institution_id_chain_command_id_key" ON "actions"("institution_id", "chain", "command_id");

-- CreateIndex
CREATE INDEX "matters_institution_id_last_at_id_idx" ON "matters"("institution_id", "last_at", "id");

-- CreateIndex
CREATE INDEX "matters_institution_id_process_standing_last_at_idx" ON "matters"("institution_id", "process", "standing", "last_at");

-- CreateIndex
CREATE INDEX "matters_institution_id_department_id_last_at_idx" ON "matters"("institution_id", "department_id", "last_at");

-- CreateIndex
CREATE INDEX "matters_institution_id_parent_id_idx" ON "matters"("institution_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "matters_institution_id_number_key" ON "matters"("institution_id", "number");

-- CreateIndex
CREATE INDEX "matter_people_institution_id_person_id_matter_id_idx" ON "matter_people"("institution_id", "person_id", "matter_id");

-- CreateIndex
CREATE INDEX "matter_tokens_institution_id_matter_id_idx" ON "matter_tokens"("institution_id", "matter_id");

-- CreateIndex
CREATE INDEX "task_candidates_institution_id_candidate_assigned_due_sort__idx" ON "task_candidates"("institution_id", "candidate", "assigned", "due_sort", "matter_id", "task_id");

-- CreateIndex
CREATE INDEX "task_candidates_institution_id_matter_id_task_id_idx" ON "task_candidates"("institution_id", "matter_id", "task_id");

-- CreateIndex
CREATE INDEX "documents_institution_id_matter_id_seq_idx" ON "documents"("institution_id", "matter_id", "seq");

-- CreateIndex
CREATE INDEX "blobs_institution_id_matter_id_idx" ON "blobs"("institution_id", "matter_id");

-- CreateIndex
CREATE INDEX "attachments_institution_id_matter_id_idx" ON "attachments"("institution_id", "matter_id");

-- CreateIndex
CREATE INDEX "comments_institution_id_matter_id_at_idx" ON "comments"("institution_id", "matter_id", "at");

-- CreateIndex
CREATE INDEX "drafts_institution_id_matter_id_idx" ON "drafts"("institution_id", "matter_id");

-- CreateIndex
CREATE INDEX "saved_filters_institution_id_owner_id_idx" ON "saved_filters"("institution_id", "owner_id");

-- CreateIndex
CREATE INDEX "refusals_institution_id_at_idx" ON "refusals"("institution_id", "at");

-- CreateIndex
CREATE INDEX "refusals_institution_id_matter_id_at_idx" ON "refusals"("institution_id", "matter_id", "at");

-- CreateIndex
CREATE INDEX "policies_institution_id_process_from_day_seq_idx" ON "policies"("institution_id", "process", "from_day", "seq");

-- CreateIndex
CREATE INDEX "parameters_institution_id_name_idx" ON "parameters"("institution_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_institution_id_person_id_key" ON "accounts"("institution_id", "person_id");

-- CreateIndex
CREATE INDEX "sessions_institution_id_person_id_idx" ON "sessions"("institution_id", "person_id");

-- CreateIndex
CREATE INDEX "sessions_institution_id_expires_at_idx" ON "sessions"("institution_id", "expires_at");

-- CreateIndex
CREATE INDEX "api_tokens_institution_id_person_id_idx" ON "api_tokens"("institution_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_institution_id_token_hash_key" ON "api_tokens"("institution_id", "token_hash");

-- CreateIndex
CREATE INDEX "one_time_links_institution_id_matter_id_idx" ON "one_time_links"("institution_id", "matter_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_institution_id_key_key" ON "outbox"("institution_id", "key");

-- CreateIndex
CREATE INDEX "read_log_institution_id_matter_id_id_idx" ON "read_log"("institution_id", "matter_id", "id");

-- CreateIndex
CREATE INDEX "read_log_institution_id_person_id_id_idx" ON "read_log"("institution_id", "person_id", "id");

-- CreateIndex
CREATE INDEX "incidents_institution_id_status_opened_at_idx" ON "incidents"("institution_id", "status", "opened_at");

-- CreateIndex
CREATE INDEX "incidents_institution_id_matter_id_idx" ON "incidents"("institution_id", "matter_id");

-- CreateIndex
CREATE INDEX "mails_institution_id_matter_id_idx" ON "mails"("institution_id", "matter_id");

-- CreateIndex
CREATE UNIQUE INDEX "mails_institution_id_key_key" ON "mails"("institution_id", "key");
