import { reportsChange } from '../../domain/cases/impact-assessment';
import { projectChanged } from '../../forms/impact-assessment/changed';
import type { FieldError, Values } from '../../forms/form';
import { actionForm } from '../../forms/registry';
import type { Acted } from '../../gateway';
import { derivedSubmissionId } from '../../register/derived-id';
import type { SignedIn } from '../auth/signed-in';
import { Forbidden } from '../errors';
import type { Answers } from '../forms/fill';
import { fill } from '../forms/fill';
import { choicesOf } from '../forms/options';
import { londonDay } from '../presentation/dates';
import type { Services } from '../services';
import { earlier, perform } from './acting';
import { startCase } from './log-request';
import { versionOf } from './opening';
import { actingRole } from './rules';

export type ChangeReported =
  /** The assessment chosen is reviewed, or will be as soon as the engine is back. */
  | { readonly status: 'reviewed' }
  /** A case waits for the governance officer to find the assessment, or to have the project assessed. */
  | { readonly status: 'to-match'; readonly reference: string }
  | { readonly status: 'invalid'; readonly errors: readonly FieldError[] };

/**
 * What any employee reports of a project, whether or not they may read its assessment (UK GDPR Art 35(11)). The
 * assessment they choose is reviewed at once. Where they know none, or it cannot begin because it is reviewed already,
 * nothing of what they said is lost: it becomes a case of its own that nobody leads yet.
 */
export async function reportChange(
  services: Services,
  viewer: SignedIn,
  { token, answers }: { readonly token: string; readonly answers: Answers },
): Promise<ChangeReported> {
  const role = actingRole(viewer, 'report-risk-change');
  if (role === null) throw new Forbidden('Your role does not allow this.');
  const choices = await choicesOf(projectChanged, services.register, { viewer, page: null });
  const filled = fill(projectChanged, answers, { choices, now: services.now() });
  if (!filled.ok) return { status: 'invalid', errors: filled.errors };
  const { values } = filled;
  const before = await earlier(services, viewer, token);
  const acted = before ?? (await beginReview(services, viewer, { token, role, values }));
  if (acted !== null && acted.status !== 'refused') return { status: 'reviewed' };
  const { assessment } = values;
  const chosen = choices.assessment?.find(({ value }) => value === assessment)?.text;
  const title = String(chosen ?? values.project);
  return { status: 'to-match', reference: await openUnmatched(services, viewer, { token, title, values }) };
}

/** Null where no assessment was chosen. */
async function beginReview(
  services: Services,
  viewer: SignedIn,
  { token, role, values }: { readonly token: string; readonly role: string; readonly values: Values },
): Promise<Acted | null> {
  if (values.assessment === undefined) return null;
  const form = actionForm('report-risk-change');
  return perform(services, viewer, {
    ...{ reference: String(values.assessment), token, form, role, derived: {} },
    ...{ action: 'report-risk-change', values: { what: inOne(values) } },
  });
}

async function openUnmatched(
  services: Services,
  viewer: SignedIn,
  { token, title, values }: { readonly token: string; readonly title: string; readonly values: Values },
): Promise<string> {
  const request = inOne(values);
  const { reference } = await services.register.intake.open({
    submissionId: derivedSubmissionId(`${token}/unmatched`),
    ...{ viewer, kind: 'impact-assessment', processVersion: versionOf('impact-assessment'), unled: true },
    ...{ contents: { title, request }, codes: reportsChange, typed: { title, request } },
    receivedOn: londonDay(services.now()),
  });
  await startCase(services, reference);
  return reference;
}

const inOne = ({ what, fear }: Values): string =>
  fear === undefined ? String(what) : `${String(what)}\n\nWhat is feared: ${String(fear)}`;
