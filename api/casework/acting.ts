import type { CaseKind } from '../../domain/cases/kinds';
import type { ActionName, ActRequest, Codes, Refusal, StepKey } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import type { Instant, IsoDate } from '../../domain/clock/types';
import type { Form, Values } from '../../forms/form';
import { codesOf } from '../../forms/form';
import type { Submission } from '../../register/submissions';
import type { SignedIn } from '../auth/signed-in';
import { Forbidden, NotFound } from '../errors';
import type { Acted } from '../../gateway';
import type { Services } from '../services';

/** What a person asks of a case, checked and ready to be stored. */
export interface Doing {
  readonly reference: string;
  /** The form's token: submission id and update id at once. */
  readonly token: string;
  readonly form: Form;
  readonly values: Values;
  readonly action: 'complete' | ActionName;
  readonly step?: StepKey;
  /** The role in which they act. */
  readonly role: string;
  /** Codes the form does not ask for: computed from the answers, or known to the record. */
  readonly derived: Codes;
}

/**
 * Stores what was typed, then tells the process. In this order a crash in between loses nothing: the same token
 * sent again goes on where it stopped, and a sweeper sends what nobody sent again.
 */
export async function perform(services: Services, viewer: SignedIn, doing: Doing): Promise<Acted> {
  const { submissions, cases } = services.register;
  const start = await cases.start(doing.reference);
  if (!start) throw new NotFound();
  const request = requestOf(viewer, doing);
  const stored = await submissions.store({
    id: doing.token,
    viewer,
    role: doing.role,
    reference: doing.reference,
    form: doing.form.id,
    action: doing.action,
    step: doing.step,
    codes: request.codes,
    personal: personalOf(doing.form, doing.values),
    effectiveAt: request.effectiveAt,
  });
  return settled(stored) ?? settle(services, viewer, doing.token, await services.gateway.act(start, request));
}

/** What became of this token before, if it was sent before; null for a new one, or one still on its way. */
export async function earlier(services: Services, viewer: SignedIn, token: string): Promise<Acted | null> {
  const known = await services.register.submissions.state(viewer.organisationId, token);
  if (known && known.actorId !== viewer.staffId) throw new Forbidden('This form was sent by somebody else.');
  return known && settled(known);
}

/** The record has the last word: whatever the engine answered, what is recorded is recorded. */
async function settle(services: Services, viewer: SignedIn, token: string, acted: Acted): Promise<Acted> {
  if (acted.status === 'recorded') return acted;
  const { submissions } = services.register;
  const known = await submissions.state(viewer.organisationId, token);
  const before = known && settled(known);
  if (before) return before;
  if (acted.status === 'refused') await submissions.settleRefused(token, acted.refusal);
  return acted;
}

function settled({ state, refusal }: Pick<Submission, 'state' | 'refusal'>): Acted | null {
  if (state === 'handled') return { status: 'recorded' };
  return state === 'refused' ? { status: 'refused', refusal: refusal ?? UNKNOWN_REFUSAL } : null;
}

const UNKNOWN_REFUSAL: Refusal = { code: 'refused', message: 'The case did not allow this.' };

function requestOf(
  viewer: SignedIn,
  { token, form, values, action, step, role, derived }: Doing,
): ActRequest {
  const effectiveAt = effectiveOf(form, values);
  return {
    id: token,
    actor: viewer.staffId,
    role,
    action,
    ...(step === undefined ? {} : { step }),
    codes: { ...codesOf(form, values), ...derived },
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
}

/** What stays sealed: everything the codes leave out, but for what is forgotten once it was checked. */
const personalOf = (form: Form, values: Values): Values =>
  Object.fromEntries(
    form.fields
      .filter(({ personal, secret, name }) => personal && !secret && values[name] !== undefined)
      .map(({ name }) => [name, values[name]]),
  );

/** Refuses a date that the law's clock cannot take, such as an answer before its question. */
export async function clockRefusal(
  { register, now }: Services,
  { reference, kind }: { readonly reference: string; readonly kind: CaseKind },
  what: string,
  { form, values, derived }: Pick<Doing, 'form' | 'values' | 'derived'>,
): Promise<Refusal | null> {
  const at = effectiveOf(form, values) ?? now().toISOString();
  const added = definitionOf(kind).clock(what, { ...codesOf(form, values), ...derived }, at);
  return added.length === 0 ? null : register.cases.clockRefusal(reference, added);
}

function effectiveOf(form: Form, values: Values): Instant | IsoDate | undefined {
  const value = form.effective === undefined ? undefined : values[form.effective];
  return typeof value === 'string' ? value : undefined;
}
