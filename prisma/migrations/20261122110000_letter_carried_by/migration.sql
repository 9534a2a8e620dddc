-- One answer may travel inside another to the same person: the letter that carried it.
ALTER TABLE "public"."letter" ADD COLUMN "carriedById" UUID;

ALTER TABLE "public"."letter" ADD CONSTRAINT "letter_carriedById_fkey"
  FOREIGN KEY ("carriedById") REFERENCES "public"."letter"("id") ON DELETE SET NULL ON UPDATE CASCADE;
