-- Who leads a case of a kind that somebody leads: whoever opened it, until it is handed over.
ALTER TABLE "case" ADD COLUMN "leadId" UUID;

-- CreateIndex
CREATE INDEX "case_leadId_idx" ON "case"("leadId");

UPDATE "case" SET "leadId" = "openedById" WHERE "kind" = 'impact-assessment';
