-- How somebody dealt with what a file hides, and their reason, in place of the bare fact that they did.
ALTER TABLE "public"."document" ADD COLUMN "hiddenHow" TEXT;
ALTER TABLE "public"."document" ADD COLUMN "hiddenReason" BYTEA;

UPDATE "public"."document" SET "hiddenHow" = 'reviewed' WHERE "hiddenDealtWith";

ALTER TABLE "public"."document" DROP COLUMN "hiddenDealtWith";
