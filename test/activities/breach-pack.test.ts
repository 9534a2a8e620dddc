import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packOf, type PackFile } from '../../activities/breach/pack';
import { answered } from '../../activities/letters/answered';
import { stillMissing } from '../../domain/cases/breach/pack';
import { loadProfile } from '../../domain/organisation';
import type { Dossier } from '../../register/cases';
import type { OpenSubmission } from '../../register/submissions';

const file = 'nottingham-city-homes.yaml';
const profile = loadProfile(readFileSync(join(__dirname, '../../organisations', file), 'utf8'), file);
const dossier = { kind: 'breach' } as Dossier;

const wrote = (form: string, codes: object, personal: object = {}, step = `${form}#1`): OpenSubmission =>
  ({ form, codes, personal, step }) as OpenSubmission;

const triage = wrote(
  'triage',
  { outcome: 'breach', awareAt: '2026-10-23T10:15:00+01:00', happenedAt: '2026-10-22T09:00:00+01:00' },
  { awareBasis: 'The sender was certain at once.' },
);
const assess = wrote(
  'assess',
  {
    ...{ nature: ['confidentiality'], cause: 'phishing', cyber: 'yes', impact: 'low', recovery: 'complete' },
    ...{
      dataCategories: ['health'],
      peopleCategories: ['vulnerable-adults'],
      likelihood: 'likely',
      people: 12,
    },
  },
  {
    facts: 'A mailbox was taken over.',
    consequences: 'Fraud.',
    actions: 'Passwords changed.',
    foundOut: 'An alert.',
  },
);

function pack(...written: OpenSubmission[]) {
  const given = {
    reference: 'BR-2026-00001',
    at: '2026-10-24T10:00:00Z',
    profile,
    written,
    facts: {},
    heardAt: '2026-10-23T12:00:00Z',
  };
  return packOf({ ...given, ...answered({ dossier, profile, written }) } as PackFile);
}

const valueOf = (made: ReturnType<typeof packOf>, name: string): string | undefined =>
  made.sections.flatMap(({ fields }) => fields).find((field) => field.name === name)?.value;

describe('The notification to the regulator (UK GDPR Art 33(3))', () => {
  const first = pack(triage, assess);

  test.each([
    ['type', 'Initial report'],
    ['facts', 'A mailbox was taken over.'],
    ['cyber', 'Yes'],
    ['foundOut', 'An alert.'],
    ['happenedAt', '09:00 on 22 October 2026 (UTC+1, British Summer Time)'],
    ['discoveredAt', ''],
    ['awareAt', '10:15 on 23 October 2026 (UTC+1, British Summer Time)'],
    ['awareBasis', 'The sender was certain at once.'],
    ['nature', 'Confidentiality'],
    ['dataCategories', 'Health'],
    ['people', '12'],
    ['records', ''],
    ['peopleCategories', 'Vulnerable adults'],
    ['consequences', 'Fraud.'],
    ['likelihood', 'Likely'],
    ['impact', 'Low'],
    ['recovery', 'It is complete'],
    ['actions', 'Passwords changed.'],
    ['toldPeople', 'Not yet decided'],
    ['ourReference', 'BR-2026-00001'],
  ])('has %s', (name, value) => {
    expect(valueOf(first, name)).toBe(value);
  });

  test('names the DPO, and says by when to report and what is still missing', () => {
    expect(valueOf(first, 'dpo')).toContain('dpo@nottingham-city-homes.example');
    expect(first.reportBy).toBe('09:15 on 26 October 2026 (UTC, Greenwich Mean Time)');
    expect(stillMissing(first)).toEqual(
      expect.arrayContaining(['Discovered', 'Approximate number of records']),
    );
  });

  test('is a follow-up with the regulator’s reference once the first was filed, and says what has become known', () => {
    const filed = wrote('file-notification', { complete: 'no' }, { regulatorReference: 'IC-1' });
    const followUp = wrote(
      'follow-up',
      { ...assess.codes, records: 40 },
      { ...assess.personal, news: 'Forty records.' },
    );
    const second = pack(triage, assess, filed, followUp);
    expect(second).toMatchObject({ phase: 2, reportBy: null });
    expect(['type', 'regulatorReference', 'news', 'records'].map((name) => valueOf(second, name))).toEqual([
      ...['Follow-up 1', 'IC-1', 'Forty records.', '40'],
    ]);
    const higher = wrote('risk-higher', {}, { news: 'The list was published.' });
    expect(valueOf(pack(triage, assess, filed, followUp, higher, assess), 'news')).toBe(
      'The list was published.',
    );
  });

  test('says why people are not told, where an exception holds (Art 34(3))', () => {
    const decide = wrote(
      'decide',
      { decision: 'high-risk', people: 'unintelligible' },
      { exceptionReasons: 'Encrypted.' },
    );
    expect(valueOf(pack(triage, assess, decide), 'toldPeople')).toBe('Decided not to. Encrypted.');
  });

  test('asks nothing about cyber incidents where it is none', () => {
    const plain = pack(triage, wrote('assess', { ...assess.codes, cyber: 'no' }, assess.personal));
    expect(plain.sections.map(({ title }) => title)).not.toContain('Cyber incident');
  });

  test('takes what was said last: a new assessment comes after an old follow-up', () => {
    const filed = wrote('file-notification', { complete: 'yes' });
    const followUp = wrote('follow-up', { ...assess.codes, people: 40, happenedAt: '2026-10-20T09:00:00Z' });
    const anew = wrote('assess', { ...assess.codes, people: 44, discoveredAt: '2026-10-23T08:00:00Z' });
    const made = pack(triage, assess, filed, followUp, anew);
    expect(['people', 'happenedAt', 'discoveredAt'].map((name) => valueOf(made, name))).toEqual([
      '44',
      ...['10:00 on 20 October 2026', '09:00 on 23 October 2026'].map((text) =>
        expect.stringContaining(text),
      ),
    ]);
  });

  test('has the reasons for the delay where it is late, from whichever form they were given on (Art 33(1))', () => {
    expect(valueOf(first, 'delayReasons')).toBeUndefined();
    const late = wrote('decide', { decision: 'risk' }, { delayReasons: 'The desk was closed.' });
    expect(valueOf(pack(triage, assess, late), 'delayReasons')).toBe('The desk was closed.');
    const filedLate = wrote('file-notification', { complete: 'no', filedAt: '2026-10-27T10:00:00Z' });
    expect(stillMissing(pack(triage, assess, filedLate))).toContain('Reasons for the delay (Art 33(1))');
  });

  test('that is made anew before it was filed is the same phase', () => {
    expect(pack(triage, assess, wrote('file-notification', { complete: 'remake' })).phase).toBe(1);
  });

  test('has codes and instants beside the words, for programs', () => {
    const codeOf = (name: string) =>
      first.sections.flatMap(({ fields }) => fields).find((one) => one.name === name)?.code;
    expect(['awareAt', 'nature', 'cause', 'people'].map(codeOf)).toEqual([
      ...['2026-10-23T09:15:00.000Z', ['confidentiality'], 'phishing', 12],
    ]);
  });

  test('says where it happened, and whether a processor told us in time (Art 33(2))', () => {
    const report = wrote('log-request', { place: 'processor' }, { where: 'Lift Cameras Ltd' });
    const told = (processorAwareAt?: string) =>
      valueOf(pack(report, wrote('triage', { ...triage.codes, processorAwareAt }), assess), 'processorTold');
    expect(valueOf(pack(report, triage, assess), 'place')).toContain('Lift Cameras Ltd');
    expect(told('2026-10-23T09:00:00Z')).toBe(
      'The processor told us in time, after 3 hours; it must within 24 hours',
    );
    expect(told('2026-10-21T09:00:00Z')).toContain('told us late, after 51 hours');
    expect(told()).toContain('Not known');
  });

  test('names the one of us that is the controller', () => {
    const whose = wrote('triage', { ...triage.codes, whose: 'nch-enterprises' });
    expect(valueOf(pack(whose, assess), 'controller')).toBe(
      profile.controllers.find(({ id }) => id === 'nch-enterprises')?.name,
    );
  });

  test('takes the moment of awareness as it was last moved', () => {
    const moved = wrote('move-aware', { awareAt: '2026-10-23T12:00:00+01:00' });
    expect(valueOf(pack(triage, assess, moved), 'awareAt')).toContain('12:00 on 23 October 2026');
  });
});
