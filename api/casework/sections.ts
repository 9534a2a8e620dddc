import type { Request } from 'express';
import type { Codes } from '../../domain/cases/process';
import type { Setting, Values } from '../../forms/form';
import { rowsIn } from '../../forms/form';
import type { SectionName } from '../../forms/impact-assessment/sections';
import { sectionForm, sections } from '../../forms/impact-assessment/sections';
import { fromEarlier, fromRecord, risksToRate } from '../../forms/impact-assessment/prefill';
import type { CasePage } from '../../register/cases';
import type { OpenSubmission } from '../../register/submissions';
import type { SignedIn } from '../auth/signed-in';
import type { Answers } from '../forms/fill';
import { fill } from '../forms/fill';
import { choicesOf } from '../forms/options';
import type { Services } from '../services';
import { earlier, perform } from './acting';
import type { Finished } from './finish-task';
import { actingRole, actionRefusal } from './rules';
import { settingIn } from './setting';

/** The version that the first save of a section is based on. */
export const NOTHING = 'nothing';

/** One save of a section. */
export interface SectionVersion {
  readonly id: string;
  readonly at: string;
  readonly byName: string;
  readonly values: Values;
  /** The version that whoever saved it had before them. */
  readonly basedOn: string;
}

/** Every save of a section, oldest first: nothing that somebody saved is ever lost. */
export async function versionsOf(
  { register }: Services,
  page: CasePage,
  section: SectionName,
): Promise<readonly SectionVersion[]> {
  const saved = await register.submissions.ofCase(page.reference, { form: sectionForm(section) });
  const colleagues = await register.staff.colleagues(page.organisationId);
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  return saved.map((one) => versionOf(one, names));
}

const versionOf = (
  { id, storedAt: at, actorId, codes, personal }: OpenSubmission,
  names: ReadonlyMap<string, string>,
): SectionVersion => ({
  ...{ id, at, byName: names.get(actorId ?? '') ?? 'Somebody' },
  ...{ values: { ...codes, ...personal } as Values, basedOn: String(codes.basedOn ?? NOTHING) },
});

/** A version that the last save did not have before it: two people saved at the same moment. Null: none. */
export function overlooked(versions: readonly SectionVersion[]): SectionVersion | null {
  const last = versions.at(-1);
  const before = versions.at(-2);
  return last && before && last.basedOn !== before.id ? before : null;
}

/** From what the address says that a section begins: a processing record, or the reference of an earlier assessment. */
export const sourcesIn = ({ query }: Pick<Request, 'query'>): { record?: string; from?: string } => ({
  record: typeof query.record === 'string' && query.record ? query.record : undefined,
  from: typeof query.from === 'string' && query.from ? query.from : undefined,
});

/** What a section begins with: what was saved last or, before that, what is known from elsewhere. */
export async function beginningOf(
  services: Services,
  viewer: SignedIn,
  page: CasePage,
  {
    section,
    record,
    from,
  }: { readonly section: SectionName; readonly record?: string; readonly from?: string },
): Promise<Values> {
  const last = (await versionsOf(services, page, section)).at(-1);
  if (section === 'residual') {
    const risks = (await versionsOf(services, page, 'risks')).at(-1);
    if (risks) return risksToRate(risks.values, last?.values ?? {});
  }
  if (last) return last.values;
  const described = (await versionsOf(services, page, 'description')).at(-1)?.values ?? {};
  const earlierOne = from ?? textOf(described.from);
  const recordOne = record ?? textOf(described.record);
  const known = await ofEarlier(services, viewer, page, earlierOne, section);
  const built = recordOne
    ? fromRecord(services.register.organisations.get(page.organisationId), recordOne, section)
    : {};
  const chosen = section === 'description' ? { record: recordOne, from: earlierOne } : {};
  return { ...built, ...known, ...chosen };
}

const textOf = (value: Values[string]): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

/** An earlier assessment that this viewer may read. */
async function ofEarlier(
  services: Services,
  viewer: SignedIn,
  { kind, reference: own }: CasePage,
  reference: string | undefined,
  section: SectionName,
): Promise<Values> {
  if (!reference || reference === own) return {};
  const page = await services.register.cases.page(viewer, reference);
  if (page?.kind !== kind || !page.contents) return {};
  const last = (await versionsOf(services, page, section)).at(-1);
  return last ? fromEarlier(last.values, section) : {};
}

/** `changed`: somebody else has saved the section meanwhile; nothing was stored, and both texts are to be shown. */
export type SectionSaved = Finished | { readonly status: 'changed'; readonly meanwhile: SectionVersion };

/** Saves a section on top of the version it was written on. */
export async function saveSection(
  services: Services,
  viewer: SignedIn,
  saving: {
    readonly page: CasePage;
    readonly section: SectionName;
    readonly token: string;
    readonly answers: Answers;
    readonly basedOn: string;
  },
): Promise<SectionSaved> {
  const { page, section, token, answers, basedOn } = saving;
  const before = await earlier(services, viewer, token);
  if (before) return before;
  const role = actingRole(viewer, 'save-section');
  if (role === null)
    return { status: 'refused', refusal: { code: 'role', message: 'Your role does not allow this.' } };
  const refusal = actionRefusal(page, 'save-section', services.now().toISOString());
  if (refusal) return { status: 'refused', refusal };

  const form = sections[section];
  const setting = await settingIn(services, viewer, page);
  const choices = await choicesOf(form, services.register, { viewer, page });
  const filled = fill(form, answers, { choices, now: services.now(), setting });
  if (!filled.ok) return { status: 'invalid', errors: filled.errors };
  const last = (await versionsOf(services, page, section)).at(-1);
  const derived = versionCodes(saving, filled.values, setting);
  if (last && last.id !== basedOn) return { status: 'changed', meanwhile: last };
  return perform(services, viewer, {
    ...{ reference: page.reference, token, form, values: filled.values, role },
    ...{ action: 'save-section', derived: { section, basedOn, ...derived } },
  });
}

/** Which version of the risks this is, or which one is rated: what remains is of the risks as they are (Art 36(1)). */
function versionCodes(
  { section, token }: { readonly section: SectionName; readonly token: string },
  values: Values,
  { said }: Pick<Setting, 'said'>,
): Codes {
  const risks = said(sectionForm('risks'));
  if (section === 'residual') return typeof risks.version === 'string' ? { rates: risks.version } : {};
  if (section !== 'risks') return {};
  const same = JSON.stringify(rowsIn(values, 'risks')) === JSON.stringify(rowsIn(risks, 'risks'));
  return { version: same && typeof risks.version === 'string' ? risks.version : token };
}
