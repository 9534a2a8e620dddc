-- What came through an organisation's complaint form (DPA s.164A(2)), until somebody logs it as a case or sets it aside.
CREATE TABLE "received_complaint" (
    "id" UUID NOT NULL,
    "organisationId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedOn" DATE NOT NULL,
    "toldOn" DATE,
    "setAsideAt" TIMESTAMPTZ(3),
    "setAsideById" UUID,
    "setAsideWhy" BYTEA,
    "caseId" UUID,

    CONSTRAINT "received_complaint_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "received_complaint_reference_key" ON "received_complaint"("reference");

CREATE UNIQUE INDEX "received_complaint_caseId_key" ON "received_complaint"("caseId");

CREATE INDEX "received_complaint_organisationId_receivedAt_idx" ON "received_complaint"("organisationId", "receivedAt");

-- What came in stays, with the day it came: nobody takes a complaint away, or its date, or what was done with it.
CREATE FUNCTION "keep_received_complaint"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD."caseId" IS NULL
            AND (OLD."setAsideAt" IS NULL OR NEW."setAsideAt" = OLD."setAsideAt")
            AND ROW(NEW.id, NEW."organisationId", NEW.reference, NEW."receivedAt", NEW."receivedOn")
              = ROW(OLD.id, OLD."organisationId", OLD.reference, OLD."receivedAt", OLD."receivedOn") THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'what came through the complaint form is kept as it is: % refused', TG_OP;
END;
$$;

CREATE TRIGGER "received_complaint_kept"
    BEFORE UPDATE OR DELETE ON "received_complaint"
    FOR EACH ROW EXECUTE FUNCTION "keep_received_complaint"();
