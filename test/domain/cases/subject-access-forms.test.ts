import { join } from 'node:path';
import { recordInWords, recordsOfType, recordsWithHits } from '../../../domain/cases/subject-access/records';
import type { Setting, Values } from '../../../forms/form';
import { taskForm } from '../../../forms/registry';
import { loadOrganisations } from '../../../register/organisations';

const profile = loadOrganisations(join(__dirname, '../../../organisations')).get('new-park-village');
const form = (element: string) => taskForm('subject-access', element, null);

const setting = (said: Readonly<Record<string, Values>> = {}, facts = {}): Setting => ({
  ...{ now: '2026-12-22T09:00:00Z', profile, dueAt: null, staffId: 'me' },
  facts: { kind: 'subject-access', organisation: profile.id, personType: 'tenant', ...facts },
  doneBy: () => [],
  every: () => [],
  said: (one) => said[one] ?? {},
  givenAt: () => null,
});

const wrong = (element: string, values: Values, said?: Readonly<Record<string, Values>>) =>
  (form(element).check?.(values, setting(said)) ?? []).map(({ field, message }) => [field, message]);

describe('The forms of subject access', () => {
  test.each([
    ['tenant', 'rent-accounts', 'personnel'],
    ['employee', 'personnel', 'rent-accounts'],
  ])(
    'begin the check of a request of a %s with the systems of such people ticked',
    (personType, has, not) => {
      const { systems } = form('triage').begins?.(setting({}, { personType })) ?? {};
      expect(systems).toContain(has);
      expect(systems).not.toContain(not);
    },
  );

  test('take no fewer lines than people to be consulted, and no line without a name (DPA Sch 2 ¶16)', () => {
    const two = { thirdParties: 'yes', thirdPartyCount: 2 };
    expect(wrong('review', { ...two, thirdPartyContacts: 'Ivo Thorn, ivo@mail.test\n\n' })).toEqual([
      ['thirdPartyContacts', 'You said 2, and 1 line is filled in. Give each person a line.'],
    ]);
    expect(wrong('review', { ...two, thirdPartyContacts: 'Ivo Thorn\n, ada@mail.test' })).toEqual([
      ['thirdPartyContacts', 'Begin each line with the person’s name.'],
    ]);
    expect(wrong('review', { ...two, thirdPartyContacts: 'Ivo Thorn\nAda Fenn, 2 Test Close' })).toEqual([]);
    expect(wrong('review', { thirdParties: 'no' })).toEqual([]);
  });

  test('ask whether reasons may be stated wherever something is withheld, with reasons if not (Art 12(4))', () => {
    const approve = { decision: 'approve', departs: 'no' };
    const kept = { review: { withheld: 0, redacted: 1 } };
    expect(wrong('decide', approve, kept).map(([field]) => field)).toEqual(['limitReasons']);
    expect(wrong('decide', approve, { review: { withheld: 0, redacted: 0 } })).toEqual([]);
    expect(wrong('decide', { ...approve, limitReasons: 'yes' }, kept).map(([field]) => field)).toEqual([
      'reasons',
    ]);
    expect(wrong('decide', { ...approve, limitReasons: 'no' }, kept)).toEqual([]);
  });

  test('let nobody wait for, or write to, somebody who has died', () => {
    const died = { 'check-identity': { outcome: 'deceased' } };
    for (const decision of ['wait', 'something-else'])
      expect(wrong('decide-unverified', { decision }, died).map(([field]) => field)).toEqual(['decision']);
    expect(wrong('decide-unverified', { decision: 'close' }, died)).toEqual([]);
    expect(wrong('decide-unverified', { decision: 'wait' })).toEqual([]);
  });

  test('begin an answer, and its handing over, as they asked for it, and read aloud where they need that', () => {
    const begins = (element: string, said: Readonly<Record<string, Values>>, facts = {}) =>
      form(element).begins?.(setting(said, facts));
    expect(begins('prepare-response', {}, { delivery: 'post' })).toEqual({ delivery: 'post' });
    const corrected = { 'log-request': { delivery: 'post' }, 'amend-request': { delivery: 'collection' } };
    expect(begins('prepare-response', corrected)).toEqual({ delivery: 'collection' });
    const aloud = { 'log-request': { delivery: 'not-said', adjustmentKinds: ['read-aloud'] } };
    expect(begins('prepare-response', aloud)).toEqual({ delivery: 'read-aloud' });
    expect(begins('deliver', { 'prepare-response': { delivery: 'collection' } })).toEqual({
      way: 'collection',
    });
  });
});

describe('The processing that an answer tells of (Art 15(1)(a)–(h))', () => {
  const theirs = recordsOfType(profile, 'tenant');

  test('is that of people of this type, in systems where something was found', () => {
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.every(({ personTypes }) => personTypes.includes('tenant'))).toBe(true);
    const system = theirs[0]!.systems[0]!;
    const hit = recordsWithHits(theirs, [system]);
    expect(hit.every(({ systems }) => systems.includes(system))).toBe(true);
  });

  test('is all of it where nothing narrows it', () => {
    expect(recordsWithHits(theirs, [])).toEqual(theirs);
  });

  test('is shown line by line to whoever confirms it', () => {
    const words = recordInWords(profile, theirs[0]!);
    for (const line of [
      'Categories: ',
      'Recipients: ',
      'Kept: ',
      'Sources: ',
      'Automated decisions: ',
      'Transfers: ',
    ])
      expect(words).toContain(line);
  });
});
