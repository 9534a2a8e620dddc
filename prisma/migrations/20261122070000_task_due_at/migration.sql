-- Targets in hours have a moment, not only a day.
ALTER TABLE "public"."task" ADD COLUMN "dueAt" TIMESTAMPTZ(3);
