import { addDays, workingDayOnOrAfter } from '../../../domain/calendar';
import { deadline } from '../../../domain/clock';
import {
  policyAgainstLaw,
  policyPeriod,
  applied,
  caseRetention,
  controllersOf,
} from '../../../domain/organisation';
import { exemptions } from '../../../forms/subject-access';
import { profileIds, profileOf, yamlOf, type ProfileId } from './profiles';

const [newParkVillage, nottingham] = profileIds;

/** Rows of the comparison of the two policies with statute, by the policy that each names. */
const rowsThatName: Readonly<Record<ProfileId, readonly number[]>> = {
  'new-park-village': [6, 18, 19, 20, 21, 23, 25, 29, 30, 31, 34],
  'nottingham-city-homes': [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 22, 24, 26, 27, 28, 32, 33, 35,
  ],
};

describe.each(profileIds)('%s', (id) => {
  const profile = profileOf(id);
  const rows = policyAgainstLaw(profile);

  test.each(rowsThatName[id])(
    'answers row %i of the policies against statute, with article and reason.',
    (number) => {
      const found = rows.filter(({ numbers }) => numbers.includes(number));
      expect(found.length).toBeGreaterThan(0);
      for (const row of found)
        for (const text of [row.policySays, row.law, row.article, row.applied, row.why])
          expect(text).toMatch(/\S/);
    },
  );

  test('acknowledges complaints in time whenever they come, even if the 30 days are read as counting the day of receipt (DPA s.164A(3)).', () => {
    const policy = policyPeriod(profile, 'complaint.ack', 'complaint');
    for (let day = 0; day < 366; day++) {
      const at = addDays('2026-11-20', day);
      const { due } = deadline({
        ...{ timer: 'complaint.ack', kind: 'complaint', nation: profile.nation, ...(policy && { policy }) },
        policyRolls: profile.clock.policyDatesRoll,
        events: [{ type: 'received', at }],
      });
      const thirtieth = addDays(at, 29);
      const latest = workingDayOnOrAfter(thirtieth, profile.nation);
      expect([at, due]).toEqual([at, profile.clock.policyDatesRoll ? latest : thirtieth]);
    }
  });

  test('has no mailbox outside the reserved domains.', () => {
    const mailboxes = yamlOf(id).match(/[\w.+-]+@[\w.-]+/g) ?? [];
    expect(mailboxes.length).toBeGreaterThan(5);
    expect(mailboxes.filter((mailbox) => !/\.(example|test)$/.test(mailbox))).toEqual([]);
  });

  test('names nobody who stands in the policy, and has telephone numbers of nobody.', () => {
    expect(yamlOf(id)).not.toMatch(/Aron|Adams|Cathy|Dobb/);
    const own = [
      profile.telephone,
      profile.dpo.telephone,
      profile.governance.telephone,
      profile.breaches.outOfHours.telephone,
    ];
    for (const telephone of own)
      expect(telephone).toMatch(/^(01632 960\d{3}|0115 496 0\d{3}|07700 900\d{3})$/);
  });

  test('uses every category, source and recipient in some processing record.', () => {
    const used = new Set(
      profile.processingRecords.flatMap((one) => [...one.categories, ...one.sources, ...one.recipients]),
    );
    const idle = [...profile.categories, ...profile.sources, ...profile.recipients].filter(
      (one) => !used.has(one.id),
    );
    expect(idle.map((one) => one.id)).toEqual([]);
  });

  test('explains every category that a system holds by some processing record of that system (Art 15(1)(b)).', () => {
    const unexplained = profile.systems.flatMap((system) => {
      const records = profile.processingRecords.filter((record) => record.systems.includes(system.id));
      const known = new Set(records.flatMap((record) => record.categories));
      return system.holds
        .filter((category) => !known.has(category))
        .map((category) => `${system.id}: ${category}`);
    });
    expect(unexplained).toEqual([]);
  });

  test('can say, for each person type, the purposes of the data in each of its default systems (Art 15(1)(a)).', () => {
    const silent = profile.personTypes.flatMap((type) =>
      type.defaultSystems
        .filter(
          (system) =>
            !profile.processingRecords.some(
              (record) => record.systems.includes(system) && record.personTypes.includes(type.id),
            ),
        )
        .map((system) => `${type.id}: ${system}`),
    );
    expect(silent).toEqual([]);
  });

  test('has CCTV, call recordings, mailboxes, the website and paper among its systems, the first four with an overwrite period.', () => {
    for (const system of ['cctv', 'call-recordings', 'mailboxes', 'website'])
      expect(profile.systems.find((one) => one.id === system)?.overwriteAfterDays).toBeGreaterThan(0);
    expect(profile.systems.some(({ paper }) => paper)).toBe(true);
  });

  test('asks the DPO about refusals, whole-document withholding, crime, privilege and Schedule 3, in codes the forms know.', () => {
    const matters = profile.approvals.dpoAskedFor;
    expect([...matters].sort()).toEqual([
      'refusal',
      'sch2-19',
      'sch2-2',
      'sch3-health',
      'sch3-social-work',
      'withhold',
    ]);
    const codes = exemptions.map(({ value }) => value);
    expect(matters.filter((matter) => matter.startsWith('sch') && !codes.includes(matter))).toEqual([]);
  });

  test('shows the regulator by its present name and number, and the housing bodies.', () => {
    expect(profile.regulator).toMatchObject({
      statutoryName: 'Information Commission',
      telephone: '0303 123 1113',
    });
    expect(profile.otherBodies.map((one) => one.id)).toEqual([
      'housing-ombudsman',
      'regulator-of-social-housing',
    ]);
  });

  test('keeps closed cases for a stated time.', () => {
    expect(caseRetention(profile, 'subject-access')).toEqual({ count: 6, unit: 'years' });
  });

  test('sends escalations to a mailbox of each role that the ladder tells.', () => {
    expect(Object.keys(profile.escalation)).toEqual(
      expect.arrayContaining(['handler', 'governance-officer', 'dpo', 'accountable-manager']),
    );
  });

  test('prints no repealed law outside what the policy is quoted to say (DPA 2018 Sch 19).', () => {
    const { rules, ...rest } = profile;
    expect(JSON.stringify(rest)).not.toMatch(/1998\/|Data Protection Act 1998|2016\/679/);
    expect(JSON.stringify(rules.map((rule) => rule.applied))).not.toMatch(/1998|2016/);
  });
});

describe('Nottingham City Homes', () => {
  const profile = profileOf(nottingham);

  test('answers council tenants on the council’s instructions, with its approval and its DPO named (Art 28(3)).', () => {
    expect(controllersOf(profile, 'resident')).toMatchObject([
      {
        id: 'nottingham-city-council',
        ourRole: 'processor',
        route: 'instructed',
        approvalRequired: true,
        dpo: { name: expect.stringContaining('Nottingham City Council') },
      },
    ]);
  });

  test('is controller for its own staff and board and for both subsidiaries (§1).', () => {
    for (const type of ['employee', 'board-member', 'registered-provider-tenant', 'enterprises-customer'])
      expect(controllersOf(profile, type).map(({ ourRole }) => ourRole)).not.toContain('processor');
  });

  test('charges nothing for portability (§8.6; row 8).', () => {
    expect(applied(profile, 'portability.fee')).toEqual(['always-free']);
  });

  test('extends portability to two months in all, and other rights to three (Art 12A(3); row 5).', () => {
    const extended = (kind: 'portability' | 'erasure') =>
      policyPeriod(profile, 'rights.response', kind)?.extended;
    expect(extended('portability')).toEqual({ count: 2, unit: 'months' });
    expect(extended('erasure')).toEqual({ count: 3, unit: 'months' });
    expect(policyAgainstLaw(profile).find(({ rule }) => rule === 'portability-period')?.verdict).toBe(
      'stricter',
    );
  });

  test('reports breaches inside the house at once and lets no password expire (rows 15 and 26).', () => {
    expect(applied(profile, 'breach.internal-report')).toEqual(['at-once']);
    expect(applied(profile, 'passwords.expiry')).toEqual(['no-regular-expiry']);
  });
});

describe('New Park Village', () => {
  const profile = profileOf(newParkVillage);

  test('has a DPO from outside, and a small team’s override that is recorded.', () => {
    expect(profile.dpo.outsider).toBe(true);
    expect(profile.approvals).toMatchObject({ reviewerMayCheck: true, adviserMayDecide: false });
  });

  test('refers FOI and EIR requests to Wolverhampton Homes and is not bound by them itself (row 31).', () => {
    expect(profile.informationRequests.regimes).toEqual([]);
    expect(profile.informationRequests.referTo?.name).toBe('Wolverhampton Homes');
    expect(applied(profile, 'information.requests')).toEqual(['referred-to-the-public-authority']);
  });

  test('holds offence data apart from special categories (Art 10; row 29).', () => {
    expect(
      profile.categories.filter(({ sensitivity }) => sensitivity === 'offence').map((one) => one.id),
    ).toEqual(['offences', 'criminal-proceedings']);
  });

  test('holds to the law’s own floor where it has no rule.', () => {
    expect(applied(profile, 'refusal.paragraphs')).toEqual([
      'reasons',
      'complain-to-us',
      'complain-to-regulator',
      'judicial-remedy',
    ]);
    expect(applied(profile, 'clock.start')).toEqual(['relevant-time']);
    expect(policyPeriod(profile, 'rights.response', 'subject-access')).toBeUndefined();
  });
});

describe('Every row says what follows', () => {
  test.each(profileIds)(
    '%s: where the policy falls short the law is applied, and nothing applied is laxer.',
    (id) => {
      const verdicts = policyAgainstLaw(profileOf(id)).map(({ verdict }) => verdict);
      expect(verdicts).toContain('law-applied');
      expect(verdicts).toContain('stricter');
    },
  );

  test('Rows come in the order of their numbers.', () => {
    const numbers = policyAgainstLaw(profileOf(nottingham)).flatMap((row) => row.numbers.slice(0, 1));
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  });
});
