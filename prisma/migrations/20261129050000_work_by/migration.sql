-- What lists are sorted by: when a case is due or, while an answer to our own question is awaited, when it is due if
-- that question is not upheld.
ALTER TABLE "case" ADD COLUMN "workByAt" TIMESTAMPTZ(3);

UPDATE "case" SET "workByAt" = "dueAt";

UPDATE "case"
SET "workByAt" = ((deadline.computed ->> 'dueIfNotUpheld')::timestamp + interval '1 day' - interval '1 millisecond')
  AT TIME ZONE 'Europe/London'
FROM deadline
WHERE deadline."caseId" = "case".id
  AND deadline.timer = 'rights.response'
  AND deadline.computed ->> 'dueIfNotUpheld' IS NOT NULL
  AND "case"."dueAt" IS NULL
  AND "case"."closedAt" IS NULL;
