import type { NotificationPack, PackField, PackSection } from '../../domain/cases/breach/pack';
import type { Codes } from '../../domain/cases/process';
import { momentText } from '../../domain/clock/by-when';
import type { Instant } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { OpenSubmission } from '../../register/submissions';
import type { Said, SaidOf } from '../../templates/data';

/** All that the pack is made from. */
export interface PackFile {
  readonly reference: string;
  readonly at: Instant;
  readonly profile: Profile;
  readonly written: readonly Pick<OpenSubmission, 'form' | 'codes'>[];
  readonly said: { readonly [form: string]: Said };
  readonly every: { readonly [form: string]: readonly SaidOf[] };
  readonly facts: Codes;
}

const field = (name: string, label: string, value: unknown): PackField => ({
  name,
  label,
  value: value === undefined || value === null ? '' : String(value),
});

/**
 * Every field of the regulator's form, as far as people have answered it (Art 33(3); its parts and order as the
 * online form has them). What was corrected in a follow-up takes the place of the assessment's.
 */
export function packOf(file: PackFile): NotificationPack {
  const { reference, at, profile } = file;
  const { shownAs, url, telephone } = profile.regulator;
  const phase = (file.every['file-notification']?.length ?? 0) + 1;
  const aware = awareAt(file);
  return {
    ...{ reference, phase, madeAt: at, regulator: { name: shownAs, url, telephone } },
    reportBy:
      phase === 1 && aware ? momentText(new Date(Date.parse(aware) + SEVENTY_TWO_HOURS).toISOString()) : null,
    sections: [
      report(file, phase),
      about(file, aware),
      affected(file),
      cyber(file),
      action(file),
      contacts(file),
    ].filter(({ fields }) => fields.length > 0),
  };
}

const SEVENTY_TWO_HOURS = 72 * 3_600_000;

/** The last word on when we became aware, whether at triage or as corrected since. */
function awareAt({ written }: PackFile): string | null {
  const last = written.findLast(
    ({ form, codes }) => ['triage', 'move-aware'].includes(form) && codes.awareAt,
  );
  return last ? String(last.codes.awareAt) : null;
}

const known = ({ said }: PackFile): Said['text'] => said['follow-up']?.text ?? said.assess?.text ?? {};
const knownCode = ({ said }: PackFile): Said['code'] => said['follow-up']?.code ?? said.assess?.code ?? {};

function report({ every, said }: PackFile, phase: number): PackSection {
  const first = every['file-notification']?.find(({ text }) => text.regulatorReference);
  return {
    title: 'The report',
    article: 'UK GDPR Art 33(1), (4)',
    fields: [
      field('type', 'Initial report or follow-up', phase === 1 ? 'Initial report' : `Follow-up ${phase - 1}`),
      ...(phase === 1
        ? []
        : [field('regulatorReference', 'Regulator’s case reference', first?.text.regulatorReference)]),
      ...(phase === 1 ? [] : [field('news', 'What is new', said['follow-up']?.text.news)]),
    ],
  };
}

function about(file: PackFile, aware: string | null): PackSection {
  const text = known(file);
  const moment = (at: unknown): string => (typeof at === 'string' ? momentText(at) : '');
  const { discoveredAt, happenedAt } = { ...file.facts, ...answered(file.said.triage?.code) };
  return {
    title: 'What happened',
    article: 'UK GDPR Art 33(3)(a)',
    fields: [
      field('facts', 'What happened', text.facts),
      field('cyber', 'Cyber incident', text.cyber),
      field('foundOut', 'How it was found out', text.foundOut),
      field('discoveredAt', 'Discovered', moment(discoveredAt)),
      field('happenedAt', 'Happened', moment(happenedAt)),
      field('awareAt', 'We became aware', moment(aware)),
      field('awareBasis', 'Who became aware, and why from then', file.said.triage?.text.awareBasis),
      field('cause', 'Cause', text.cause),
    ],
  };
}

function affected(file: PackFile): PackSection {
  const [text, code] = [known(file), knownCode(file)];
  return {
    title: 'People and data',
    article: 'UK GDPR Art 33(3)(a), (c)',
    fields: [
      field('nature', 'Confidentiality, integrity or availability', text.nature),
      field('dataCategories', 'Categories of data', text.dataCategories),
      field('records', 'Approximate number of records', code.records),
      field('people', 'Approximate number of people', code.people),
      field('peopleCategories', 'Categories of people', text.peopleCategories),
      field('consequences', 'Likely consequences', text.consequences),
      field('likelihood', 'Likelihood of significant consequences', text.likelihood),
    ],
  };
}

/** The regulator asks for these of a cyber incident only. */
function cyber(file: PackFile): PackSection {
  const text = known(file);
  const fields =
    knownCode(file).cyber === 'yes'
      ? [
          field('impact', 'Effect on the organisation', text.impact),
          field('recovery', 'Time to recover', text.recovery),
        ]
      : [];
  return { title: 'Cyber incident', article: null, fields };
}

function action(file: PackFile): PackSection {
  const text = known(file);
  const contained = (file.every.contain ?? []).map(
    ({ item, text: one }) => `${item}: ${one.outcome}. ${one.evidence}`,
  );
  const others = (file.every['tell-other'] ?? [])
    .filter(({ code }) => code.outcome === 'told')
    .map(({ item, text: one }) => [item, one.theirReference].filter(Boolean).join(', '));
  return {
    title: 'What was done',
    article: 'UK GDPR Art 33(3)(d)',
    fields: [
      field('before', 'Measures in place before', text.before),
      field('training', 'Training of the staff involved', text.training),
      field('contained', 'Done to contain it', contained.join('\n')),
      field('actions', 'Done or planned, to lessen the harm and prevent another', text.actions),
      field('toldPeople', 'Have the people been told?', toldPeople(file)),
      field('others', 'Others who were told', others.join('; ')),
    ],
  };
}

/** The four answers of the regulator's form. */
function toldPeople({ said }: PackFile): string {
  const decided = said.decide?.code ?? {};
  if (decided.decision !== 'high-risk')
    return decided.decision === undefined ? 'Not yet decided' : 'Decided not to';
  if (decided.people !== 'each' && decided.people !== 'public')
    return `Decided not to. ${said.decide?.text.exceptionReasons ?? ''}`.trim();
  return said['prepare-notice'] || said['publish-notice'] ? 'Yes, or being told now' : 'About to';
}

function contacts({ profile, reference }: PackFile): PackSection {
  const { dpo, governance, name, registrationNumber } = profile;
  return {
    title: 'Whom to ask',
    article: 'UK GDPR Art 33(3)(b)',
    fields: [
      field('organisation', 'Organisation', name),
      ...(registrationNumber ? [field('registration', 'Registration number', registrationNumber)] : []),
      field(
        'reporter',
        'Reported by',
        [governance.name, governance.email, governance.telephone].filter(Boolean).join(', '),
      ),
      field(
        'dpo',
        'Data protection officer',
        [dpo.name, dpo.email, dpo.telephone].filter(Boolean).join(', '),
      ),
      field('ourReference', 'Our reference', reference),
    ],
  };
}

/** What was answered, so that it can take the place of what was answered before. */
const answered = (code: Said['code'] = {}): Said['code'] =>
  Object.fromEntries(Object.entries(code).filter(([, value]) => value !== null && value !== undefined));
