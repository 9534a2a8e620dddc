-- One answer may travel inside another to the same person: the letter that carried it.
ALTER TABLE public.letter
  ADD COLUMN "carriedById" uuid REFERENCES public.letter (id) ON DELETE SET NULL;

CREATE INDEX "letter_need_idx" ON public.letter (need) WHERE need IS NOT NULL;
