-- A case may be about a matter (a project, an incident) instead of a person, and says who opened it.
ALTER TABLE "case" ALTER COLUMN "subjectId" DROP NOT NULL,
ALTER COLUMN "requesterId" DROP NOT NULL,
ADD COLUMN "openedById" UUID;

-- CreateIndex
CREATE INDEX "case_openedById_idx" ON "case"("openedById");

-- Cases opened before: whoever handed in the form that opened them.
UPDATE "case" SET "openedById" = "submission"."actorId"
FROM "submission"
WHERE "submission"."caseId" = "case"."id" AND "submission"."form" = 'log-request';
