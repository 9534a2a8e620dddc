import { delayForms, filings, momentSaid, processorHours } from '../../domain/cases/breach/moments';
import { toldInTime } from '../../domain/cases/breach/processor';
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
  /** When the breach was reported to us. */
  readonly heardAt: Instant;
}

const field = (name: string, label: string, value: unknown, code?: unknown): PackField => ({
  name,
  label,
  value: value === undefined || value === null ? '' : String(value),
  ...(isCode(code) && { code }),
});

const isCode = (code: unknown): code is NonNullable<PackField['code']> =>
  typeof code === 'string' || typeof code === 'number' || (Array.isArray(code) && code.length > 0);

/**
 * Every field of the regulator's form, as far as people have answered it (Art 33(3); its parts and order as the
 * online form has them). Of assessment and follow-up the later takes the place of the earlier.
 */
export function packOf(file: PackFile): NotificationPack {
  const { reference, at, profile } = file;
  const { shownAs, url, telephone } = profile.regulator;
  const filed = filings(file.written);
  const phase = filed.length + 1;
  const aware = momentSaid(file.written, 'awareAt');
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

/** What was said on whichever of these forms was written last. */
function lastOf({ said, written }: PackFile, ...forms: readonly string[]): Said | undefined {
  const last = written.findLast(({ form }) => forms.includes(form));
  return last && said[last.form];
}

/** What is known of the breach, as it was last said: a new assessment comes after an old follow-up. */
const lastKnown = (file: PackFile): Said | undefined => lastOf(file, 'assess', 'follow-up');

const known = (file: PackFile): Said['text'] => lastKnown(file)?.text ?? {};
const knownCode = (file: PackFile): Said['code'] => lastKnown(file)?.code ?? {};

function report(file: PackFile, phase: number): PackSection {
  const { every } = file;
  const news = lastOf(file, 'follow-up', 'risk-higher')?.text.news;
  const first = every['file-notification']?.find(({ text }) => text.regulatorReference);
  return {
    title: 'The report',
    article: 'UK GDPR Art 33(1), (4)',
    fields: [
      field('type', 'Initial report or follow-up', phase === 1 ? 'Initial report' : `Follow-up ${phase - 1}`),
      ...(phase === 1
        ? []
        : [field('regulatorReference', 'Regulator’s case reference', first?.text.regulatorReference)]),
      ...(phase === 1 ? [] : [field('news', 'What is new', news)]),
      ...delay(file),
    ],
  };
}

/** Art 33(1): a notification after 72 hours is accompanied by the reasons for the delay. */
function delay({ written, every, at }: PackFile): PackField[] {
  const reasons = delayForms
    .flatMap((form) => every[form] ?? [])
    .flatMap(({ text }) => text.delayReasons || []);
  const aware = momentSaid(written, 'awareAt');
  const [first] = filings(written);
  const filedAt = Date.parse(String(first?.codes.filedAt ?? at));
  const late = aware !== null && filedAt - Date.parse(aware) > SEVENTY_TWO_HOURS;
  return late || reasons.length > 0
    ? [field('delayReasons', 'Reasons for the delay (Art 33(1))', [...new Set(reasons)].join('\n'))]
    : [];
}

function about(file: PackFile, aware: string | null): PackSection {
  const [text, code] = [known(file), knownCode(file)];
  const moment = (at: unknown): string => (typeof at === 'string' ? momentText(at) : '');
  const discoveredAt = momentSaid(file.written, 'discoveredAt') ?? file.facts.discoveredAt;
  const happenedAt = momentSaid(file.written, 'happenedAt') ?? file.facts.happenedAt;
  return {
    title: 'What happened',
    article: 'UK GDPR Art 33(3)(a)',
    fields: [
      field('facts', 'What happened', text.facts),
      field('cyber', 'Cyber incident', text.cyber, code.cyber),
      field('foundOut', 'How it was found out', text.foundOut),
      field('discoveredAt', 'Discovered', moment(discoveredAt), instantOf(discoveredAt)),
      field('happenedAt', 'Happened', moment(happenedAt), instantOf(happenedAt)),
      field('awareAt', 'We became aware', moment(aware), instantOf(aware)),
      field('awareBasis', 'Who became aware, and why from then', file.said.triage?.text.awareBasis),
      ...placeOf(file),
      field('cause', 'Cause', text.cause, code.cause),
    ],
  };
}

/** Where it happened, and of a processor whether it told us in time (Art 33(2)). */
function placeOf({ said, written, profile, facts, heardAt }: PackFile): PackField[] {
  const place = said['log-request']?.code.place ?? facts.place;
  if (place === undefined || place === null) return [];
  const where = [said['log-request']?.text.place, said['log-request']?.text.where].filter(Boolean).join(': ');
  const within = profile.breaches.processorsTellUsWithin;
  return [
    field('place', 'Where it happened', where, place),
    ...(place === 'processor'
      ? [
          field(
            'processorTold',
            'Told by the processor',
            toldInTime(processorHours(written, heardAt), within),
          ),
        ]
      : []),
  ];
}

function affected(file: PackFile): PackSection {
  const [text, code] = [known(file), knownCode(file)];
  return {
    title: 'People and data',
    article: 'UK GDPR Art 33(3)(a), (c)',
    fields: [
      field('nature', 'Confidentiality, integrity or availability', text.nature, code.nature),
      field('dataCategories', 'Categories of data', text.dataCategories, code.dataCategories),
      field('records', 'Approximate number of records', code.records, code.records),
      field('people', 'Approximate number of people', code.people, code.people),
      field('peopleCategories', 'Categories of people', text.peopleCategories, code.peopleCategories),
      field('consequences', 'Likely consequences', text.consequences),
      field('likelihood', 'Likelihood of significant consequences', text.likelihood, code.likelihood),
    ],
  };
}

/** The regulator asks for these of a cyber incident only. */
function cyber(file: PackFile): PackSection {
  const [text, code] = [known(file), knownCode(file)];
  const fields =
    knownCode(file).cyber === 'yes'
      ? [
          field('impact', 'Effect on the organisation', text.impact, code.impact),
          field('recovery', 'Time to recover', text.recovery, code.recovery),
        ]
      : [];
  return { title: 'Cyber incident', article: null, fields };
}

function action(file: PackFile): PackSection {
  const text = known(file);
  const contained = ['contain', 'contain-also']
    .flatMap((form) => file.every[form] ?? [])
    .map(({ item, text: one }) => `${item}: ${one.outcome}. ${one.evidence}`);
  const others = ['tell-other', 'tell-also']
    .flatMap((form) => file.every[form] ?? [])
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

/** The controller whose breach it is: one of us, where several of us are controllers. */
function controllerIn({ profile, said, facts }: PackFile): string {
  const id = said.triage?.code.whose ?? facts.controller;
  return profile.controllers.find((one) => one.id === id)?.name ?? profile.name;
}

function contacts(file: PackFile): PackSection {
  const { profile, reference } = file;
  const { dpo, governance, name, registrationNumber } = profile;
  return {
    title: 'Whom to ask',
    article: 'UK GDPR Art 33(3)(b)',
    fields: [
      field('controller', 'Controller', controllerIn(file)),
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

const instantOf = (at: unknown): string | undefined =>
  typeof at === 'string' ? new Date(at).toISOString() : undefined;
