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
  const given = { reference: 'BR-2026-00001', at: '2026-10-24T10:00:00Z', profile, written, facts: {} };
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

  test('takes the moment of awareness as it was last moved', () => {
    const moved = wrote('move-aware', { awareAt: '2026-10-23T12:00:00+01:00' });
    expect(valueOf(pack(triage, assess, moved), 'awareAt')).toContain('12:00 on 23 October 2026');
  });
});
