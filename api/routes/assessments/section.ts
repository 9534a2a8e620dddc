import type { Request, Response } from 'express';
import type { Values } from '../../../forms/form';
import type { SectionName } from '../../../forms/impact-assessment/sections';
import { sectionNamed, sectionNames, sections } from '../../../forms/impact-assessment/sections';
import type { OpenedCase } from '../../casework/open-case';
import { actingRole, actionRefusal } from '../../casework/rules';
import type { SectionSaved, SectionVersion } from '../../casework/sections';
import {
  beginningOf,
  NOTHING,
  overlooked,
  saveSection,
  sourcesIn,
  versionsOf,
} from '../../casework/sections';
import { NotFound } from '../../errors';
import type { Choices } from '../../forms/choices';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, bodyOf, typed } from '../../forms/page';
import type { ChangedRows } from '../../forms/rows';
import { changedRows } from '../../forms/rows';
import { tokenOf } from '../../forms/token';
import { formView } from '../../forms/view';
import { answerViews } from '../../presentation/answers';
import { caseHeader } from '../../presentation/case-header';
import { kindTitle } from '../../presentation/words';
import type { Services } from '../../services';
import { answer } from '../cases/answer';
import { openAssessment } from './opened';

export function getSection(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = await openAssessment(services, req);
    await show(services, req, res, opened, sectionOf(req));
  };
}

export function postSection(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = await openAssessment(services, req);
    const { viewer, page } = opened;
    const section = sectionOf(req);
    const form = sections[section];
    const body = req.body as Body;
    const token = tokenOf(body);
    const basedOn = typed(body, 'basedOn') || NOTHING;
    const changed = changedRows(form, body);
    if (changed) return show(services, req, res, opened, section, { ...changed, token, basedOn });
    const answers = answersFrom(form, body);
    const saved = await saveSection(services, viewer, { page, section, token, answers, basedOn });
    if (saved.status === 'changed') {
      res.status(409);
      return show(services, req, res, opened, section, { body, saved, token, basedOn: saved.meanwhile.id });
    }
    const next = sectionNames[sectionNames.indexOf(section) + 1];
    await answer(req, res, saved, {
      ...{ token, reference: page.reference },
      done: `Saved: ${form.title.toLowerCase()}.`,
      next: `/cases/${page.reference}/assessment${next && typed(body, 'then') === 'next' ? `/${next}` : ''}`,
      again: (again) => show(services, req, res, opened, section, { body, saved, token: again, basedOn }),
    });
  };
}

/** The picture that was added with the section just now. */
const pictureIn = ({ query }: Request, { picture = [] }: Choices): Values =>
  picture.some(({ value }) => value === query.picture) ? { picture: String(query.picture) } : {};

function sectionOf({ params }: Request): SectionName {
  const name = sectionNamed(String(params.section));
  if (!name) throw new NotFound('An assessment has no such section.');
  return name;
}

interface Again extends Pick<Partial<ChangedRows>, 'focus'> {
  readonly body: Body;
  /** Absent where only rows were added or removed. */
  readonly saved?: SectionSaved;
  readonly token: string | undefined;
  /** The version that is saved on when it is sent again. */
  readonly basedOn: string;
}

async function show(
  services: Services,
  req: Request,
  res: Response,
  { viewer, page }: OpenedCase,
  section: SectionName,
  again?: Again,
): Promise<void> {
  const form = sections[section];
  const versions = await versionsOf(services, page, section);
  const starting = again ? {} : await beginningOf(services, viewer, page, { section, ...sourcesIn(req) });
  const choices = await choicesOf(form, services.register, { viewer, page });
  const refusal = refusalOf(services, { viewer, page }, again?.saved);
  const missed = again?.saved?.status === 'changed' ? again.saved.meanwhile : overlooked(versions);
  const view = formView(form, {
    action: req.originalUrl,
    choices,
    body: again?.body ?? bodyOf(form, { ...starting, ...pictureIn(req, choices) }),
    errors: again?.saved?.status === 'invalid' ? again.saved.errors : [],
    token: again?.token,
    focus: again?.focus,
  });
  const told = (one: SectionVersion) => ({ ...one, answers: answerViews(form, one.values, choices) });
  res.render('assessments/section', {
    title: `${page.reference} – ${form.title}`,
    header: caseHeader(services, viewer, page, 'own'),
    base: `/cases/${page.reference}/assessment`,
    section,
    number: sectionNames.indexOf(section) + 1,
    count: sectionNames.length,
    last: section === sectionNames.at(-1),
    basedOn: again?.basedOn ?? versions.at(-1)?.id ?? NOTHING,
    versions: versions.map(told).reverse(),
    missed: missed && told(missed),
    mineKept: again?.saved?.status === 'changed',
    begin:
      section === 'description' && versions.length === 0
        ? await sourcesFor(services, { viewer, page })
        : null,
    refusal,
    typed: again !== undefined,
    form: { ...view, fresh: again === undefined },
  });
}

function refusalOf(services: Services, { viewer, page }: OpenedCase, saved: SectionSaved | undefined) {
  if (saved?.status === 'refused') return saved.refusal;
  if (actingRole(viewer, 'save-section') === null)
    return { code: 'role', message: 'Your role does not write assessments.' };
  return actionRefusal(page, 'save-section', services.now().toISOString());
}

/** What a first section may be filled from: the processing records, and other assessments that the viewer sees. */
async function sourcesFor({ register }: Services, { viewer, page }: OpenedCase) {
  const { processingRecords } = register.organisations.get(page.organisationId);
  const { rows } = await register.cases.worklist(viewer, {
    ...{ kinds: [page.kind], state: 'all', sort: 'received', order: 'descending', pageSize: 200 },
  });
  return {
    records: processingRecords.map(({ id, purpose }) => ({ value: id, text: purpose })),
    earlier: rows
      .filter(({ reference }) => reference !== page.reference)
      .map(({ reference, title, kind }) => ({
        value: reference,
        text: `${title ?? kindTitle(kind)}, ${reference}`,
      })),
  };
}
