-- The record, as prisma/schema.prisma describes it, and what that file cannot say: the event log is append-only.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "keys";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "profileHash" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "mustChange" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "staffId" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "roles" TEXT[],
    "systems" TEXT[],
    "absentFrom" DATE,
    "absentUntil" DATE,
    "deputyId" UUID,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("staffId","organisationId")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "sid" VARCHAR NOT NULL,
    "sess" JSONB NOT NULL,
    "expire" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personType" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "flags" TEXT[],
    "held" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_token" (
    "ownerType" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "search_token_pkey" PRIMARY KEY ("ownerType","ownerId","field","hash")
);

-- CreateTable
CREATE TABLE "index_entry" (
    "id" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "batchId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "index_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "processVersion" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "controllerRole" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "requesterId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "sealed" BYTEA NOT NULL,
    "stage" TEXT NOT NULL,
    "outcome" TEXT,
    "assigneeId" UUID,
    "receivedOn" DATE NOT NULL,
    "loggedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE,
    "dueAt" TIMESTAMPTZ(3),
    "clockState" TEXT NOT NULL,
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "extensionNoticeBy" TIMESTAMPTZ(3),
    "nextPoint" TEXT,
    "nextPointAt" TIMESTAMPTZ(3),
    "legalHold" BOOLEAN NOT NULL DEFAULT false,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "closedAt" TIMESTAMPTZ(3),
    "retainUntil" DATE,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "processSequence" INTEGER NOT NULL DEFAULT 0,
    "reopened" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_staff" (
    "caseId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "standing" TEXT NOT NULL,

    CONSTRAINT "case_staff_pkey" PRIMARY KEY ("caseId","staffId")
);

-- CreateTable
CREATE TABLE "case_link" (
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,
    "linkedBy" UUID NOT NULL,

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("fromId","toId","relation")
);

-- CreateTable
CREATE TABLE "step" (
    "caseId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "result" JSONB,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "step_pkey" PRIMARY KEY ("caseId","step")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "item" TEXT,
    "need" TEXT,
    "title" TEXT NOT NULL,
    "roles" TEXT[],
    "assigneeId" UUID,
    "dueOn" DATE,
    "state" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "completedBy" UUID,
    "submissionId" UUID,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "caseId" UUID NOT NULL,
    "timer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "computed" JSONB NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("caseId","timer")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "element" TEXT,
    "number" INTEGER,
    "step" TEXT,
    "action" TEXT,
    "data" JSONB NOT NULL,
    "clock" JSONB,
    "submissionId" UUID,
    "actorId" UUID,
    "effectiveAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "caseId" UUID,
    "actorId" UUID,
    "actorRole" TEXT,
    "form" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "step" TEXT,
    "codes" JSONB NOT NULL,
    "sealed" BYTEA,
    "effectiveAt" TEXT,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "refusal" JSONB,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "templateHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "need" TEXT,
    "sealed" BYTEA NOT NULL,
    "hash" BYTEA,
    "way" TEXT,
    "messageId" TEXT,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "givenAt" TIMESTAMPTZ(3),
    "returnedAt" TIMESTAMPTZ(3),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "system" TEXT,
    "parentId" UUID,
    "replacesId" UUID,
    "number" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "chunks" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "hash" BYTEA,
    "hidden" TEXT[],
    "hiddenDealtWith" BOOLEAN NOT NULL DEFAULT false,
    "sealed" BYTEA NOT NULL,
    "addedBy" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_chunk" (
    "documentId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "document_chunk_pkey" PRIMARY KEY ("documentId","index")
);

-- CreateTable
CREATE TABLE "disclosure_decision" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "exemption" TEXT,
    "thirdParty" JSONB,
    "sealed" BYTEA,
    "decidedBy" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "disclosure_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_request" (
    "caseId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "hits" INTEGER,
    "minutes" INTEGER,
    "from" DATE,
    "until" DATE,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "submissionId" UUID,

    CONSTRAINT "search_request_pkey" PRIMARY KEY ("caseId","step")
);

-- CreateTable
CREATE TABLE "access_link" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_counter" (
    "prefix" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "reference_counter_pkey" PRIMARY KEY ("prefix","year")
);

-- CreateTable
CREATE TABLE "keys"."data_key" (
    "id" TEXT NOT NULL,
    "wrapped" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "destroyedAt" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_tokenHash_key" ON "api_token"("tokenHash");

-- CreateIndex
CREATE INDEX "session_expire_idx" ON "session"("expire");

-- CreateIndex
CREATE INDEX "person_organisationId_idx" ON "person"("organisationId");

-- CreateIndex
CREATE INDEX "search_token_organisationId_hash_idx" ON "search_token"("organisationId", "hash");

-- CreateIndex
CREATE INDEX "index_entry_organisationId_batchId_idx" ON "index_entry"("organisationId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "case_reference_key" ON "case"("reference");

-- CreateIndex
CREATE INDEX "case_organisationId_stage_dueOn_idx" ON "case"("organisationId", "stage", "dueOn");

-- CreateIndex
CREATE INDEX "case_subjectId_idx" ON "case"("subjectId");

-- CreateIndex
CREATE INDEX "case_requesterId_idx" ON "case"("requesterId");

-- CreateIndex
CREATE INDEX "task_caseId_state_idx" ON "task"("caseId", "state");

-- CreateIndex
CREATE INDEX "task_assigneeId_state_idx" ON "task"("assigneeId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "event_caseId_sequence_key" ON "event"("caseId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "event_caseId_key_key" ON "event"("caseId", "key");

-- CreateIndex
CREATE INDEX "submission_state_storedAt_idx" ON "submission"("state", "storedAt");

-- CreateIndex
CREATE INDEX "submission_caseId_idx" ON "submission"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "letter_messageId_key" ON "letter"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "letter_caseId_step_key" ON "letter"("caseId", "step");

-- CreateIndex
CREATE UNIQUE INDEX "document_caseId_number_key" ON "document"("caseId", "number");

-- CreateIndex
CREATE INDEX "disclosure_decision_documentId_sequence_idx" ON "disclosure_decision"("documentId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_tokenHash_key" ON "access_link"("tokenHash");

-- CreateIndex
CREATE INDEX "access_link_caseId_idx" ON "access_link"("caseId");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_requesterId_fkey" FOREIGN KEY ("requesterId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_staff" ADD CONSTRAINT "case_staff_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_chunk" ADD CONSTRAINT "document_chunk_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_decision" ADD CONSTRAINT "disclosure_decision_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_request" ADD CONSTRAINT "search_request_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Nothing that happened can be changed or taken away, not even by the owner of the tables in passing.
CREATE FUNCTION "refuse_change_of_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The event log is append-only: % was refused.', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "event_append_only"
    BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_event"();

-- Also for sessions that act as a replica, where ordinary triggers sleep.
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only";
