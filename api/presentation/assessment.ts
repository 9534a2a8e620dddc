import { sections, sectionForm, sectionNames } from '../../forms/impact-assessment/sections';
import type { Say } from '../../forms/impact-assessment/whole';
import { assessmentView, writtenOf } from '../../forms/impact-assessment/whole';
import type { Field, Form } from '../../forms/form';
import { taskForm } from '../../forms/registry';
import type { CasePage } from '../../register/cases';
import type { AssessmentDocument } from '../../templates/impact-assessment/document';
import { assessmentDocument } from '../../templates/impact-assessment/document';
import { NotFound } from '../errors';
import type { SignedIn } from '../auth/signed-in';
import { choicesOfAll } from '../forms/options';
import type { Choices } from '../forms/choices';
import type { Services } from '../services';
import { answerViews } from './answers';

const judging = ['screen', 'write-assessment', 'dpo-advice', 'record-advice', 'sign-off'];

/** The whole assessment of a case as it stands, for its page, its summary and programs. */
export async function assessmentOf(
  { register, now }: Services,
  viewer: SignedIn,
  page: CasePage,
): Promise<AssessmentDocument> {
  const forms: Form[] = [
    ...sectionNames.map((name) => ({ ...sections[name], id: sectionForm(name) })),
    ...judging.map((element) => taskForm(page.kind, element, null)),
  ];
  const choices = await choicesOfAll(forms, register, { viewer, page });
  const colleagues = await register.staff.colleagues(page.organisationId);
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  const written = (await register.submissions.ofCase(page.reference)).map((one) => writtenOf(one, names));
  const view = assessmentView(written, sayBy(merged(choices.values())));
  return assessmentDocument({
    ...{ reference: page.reference, title: page.title ?? page.reference, at: now().toISOString() },
    profile: register.organisations.get(page.organisationId),
    controller: String(page.facts.controller),
    view,
    picture: view.picture && `/cases/${page.reference}/documents/${view.picture.document}/preview`,
  });
}

/** The whole of an approved assessment. Throws `NotFound` for another: nothing is published before its approval. */
export async function approvedOnly(...of: Parameters<typeof assessmentOf>): Promise<AssessmentDocument> {
  const whole = await assessmentOf(...of);
  if (!whole.standing.approved)
    throw new NotFound('There is no summary yet: it is made when the assessment, as it stands, is approved.');
  return whole;
}

/** Options of fields and cells by their own names: the forms of an assessment name no two things alike. */
function merged(all: Iterable<Choices>): Choices {
  const entries = [...all].flatMap((choices) =>
    Object.entries(choices).map(
      ([name, options]) => [name.slice(name.lastIndexOf('.') + 1), options] as const,
    ),
  );
  return Object.fromEntries(entries);
}

const sayBy =
  (choices: Choices): Say =>
  (field, answer) => {
    const own: Form = { id: '', title: '', fields: [field as Field] };
    const given =
      'options' in field && typeof field.options !== 'string' ? { [field.name]: field.options } : choices;
    return answerViews(own, { [field.name]: answer }, given)[0]?.text ?? '';
  };
