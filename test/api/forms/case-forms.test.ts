import { startingFor } from '../../../api/casework/starting';
import { choicesOf } from '../../../api/forms/options';
import type { AspectName } from '../../../domain/organisation/aspects';
import type { Rule } from '../../../domain/organisation/profile';
import { erasureForms } from '../../../forms/erasure';
import type { OptionSource, Form } from '../../../forms/form';
import { objectionForms } from '../../../forms/objection';
import { rectificationForms } from '../../../forms/rectification';
import { actionForm } from '../../../forms/registry';
import { restrictionForms } from '../../../forms/restriction';
import { triage } from '../../../forms/subject-access/gather';
import { openedCase } from '../support/opened-case';
import type { TestServer } from '../support/server';
import { testServer } from '../support/server';
import type { TestMember } from '../support/staff';
import { member, ORGANISATION } from '../support/staff';
import { risks } from './risks';

let server: TestServer;
let officer: TestMember;
let reference: string;

const said = {
  subjectName: 'Wren Ashdown',
  risks: [{ what: 'Loss of a key', likelihood: 'remote' }],
  sure: true,
};

beforeAll(async () => {
  server = await testServer();
  officer = await member(server.register, ['governance-officer']);
  ({ reference } = await openedCase(server.register, officer.id, { typed: said }));
});
afterAll(() => server?.stop());

const viewer = (staffId = officer.id) =>
  ({ staffId, organisationId: ORGANISATION, roles: ['governance-officer'] }) as const;

const page = async () => {
  const found = await server.register.cases.page(viewer(), reference);
  if (!found) throw new Error(`${reference} is not there.`);
  return found;
};

/** The options that a form inside the case offers from this source. */
async function offered(source: OptionSource) {
  const form: Form = {
    id: 'example',
    title: 'Example',
    fields: [
      {
        name: 'actions',
        label: 'Actions',
        kind: 'rows',
        rowLabel: 'Action',
        personal: true,
        of: [{ name: 'of', label: 'Of what?', kind: 'select', options: source }],
      },
    ],
  };
  const choices = await choicesOf(form, server.register, { viewer: viewer(), page: await page() });
  return choices['actions.of'];
}

describe('the options of a cell', () => {
  const profile = () => server.register.organisations.get(ORGANISATION);

  test('are the recipients of the profile, with their category', async () => {
    const [first] = profile().recipients;
    expect(await offered('recipients')).toHaveLength(profile().recipients.length);
    expect((await offered('recipients'))?.[0]).toEqual({
      value: first?.id,
      text: first?.name,
      hint: first?.category,
    });
  });

  test('are the purposes that rest on consent, and no others (Art 6(1)(a))', async () => {
    const ids = (await offered('consent-purposes'))?.map(({ value }) => value);
    expect(ids).toContain('services-by-consent');
    expect(ids).not.toContain('waiting-list');
  });

  test('are the automated decisions that the profile registers (Art 22A)', async () => {
    expect((await offered('automated-decisions'))?.map(({ value }) => value)).toContain('assessments');
  });

  test('are the staff who can own an action', async () => {
    expect((await offered('staff'))?.map(({ value }) => value)).toContain(officer.id);
  });

  test('are the other open cases of the same person', async () => {
    const { subject } = await page();
    const other = await openedCase(server.register, officer.id, { subject: { existing: subject?.id ?? '' } });
    await openedCase(server.register, officer.id);
    expect(await offered('other-cases')).toEqual([
      { value: other.reference, text: expect.stringContaining(other.reference) as string },
    ]);
  });
});

describe('where the policy is stricter than the law', () => {
  /** The choices of a form's field in an organisation whose policy applies this. */
  async function choices(
    form: Form | undefined,
    field: string,
    aspect: AspectName,
    applied: Rule['applied'],
  ) {
    const { organisations } = server.register;
    const profile = organisations.get(ORGANISATION);
    const rule: Rule = { id: 'stricter', aspect, about: [], policySays: { text: '' }, applied, why: '' };
    const rules = [rule, ...profile.rules.filter((one) => one.aspect !== aspect)];
    const register = {
      ...server.register,
      organisations: { ...organisations, get: () => ({ ...profile, rules }) },
    };
    const all = await choicesOf(form as Form, register, { viewer: viewer(), page: await page() });
    return all[field]?.map(({ value }) => value);
  }

  test('restricted data is used for nothing that it does not allow (Art 18(2))', async () => {
    const use = restrictionForms['decide-use'];
    const only = ['storage', 'legal-claims'];
    expect(await choices(use, 'ground', 'restriction.uses', only)).toEqual(['legal-claims']);
    expect(await choices(use, 'decision', 'restriction.uses', ['storage'])).toEqual(['not-permitted']);
    const uses = objectionForms['decide-uses'];
    expect(await choices(uses, 'uses', 'restriction.uses', only)).toEqual(['legal-claims']);
  });

  test('each recipient is told where it knows no exception (Art 19)', async () => {
    const notice = rectificationForms['choose-notice'];
    expect(await choices(notice, 'way', 'recipients.told', 'each-recipient')).toEqual(['tell']);
  });

  test('nothing is kept, overridden, extended or refused on a ground that it gives up (Arts 12, 17(3), 21(1))', async () => {
    const erasing = erasureForms['assess-erasure'];
    const kept = await choices(erasing, 'holds.exception', 'erasure.exceptions', ['legal-claims']);
    expect(kept).toEqual(['legal-claims']);
    const weighing = objectionForms['assess-objection'];
    const found = await choices(weighing, 'uses.finding', 'objection.overrides', []);
    expect(found).not.toContain('compelling');
    expect(found).toContain('nothing-overrides');
    const extended = await choices(actionForm('extend'), 'ground', 'extension.grounds', ['number']);
    expect(extended).toEqual(['number']);
    const refused = await choices(actionForm('propose-refusal'), 'ground', 'refusal.grounds', []);
    expect(refused).toEqual(['exempt']);
  });

  test('nothing is charged that it does not charge for (Arts 12(5), 15(3))', async () => {
    expect(await choices(triage, 'fee', 'fees', [])).toEqual(['none']);
    expect(await choices(triage, 'fee', 'fees', ['further-copies'])).toEqual(['none', 'further-copies']);
    expect(await choices(triage, 'fee', 'fees', ['manifestly-excessive'])).toEqual(['none', 'excessive']);
  });

  test('all that the law allows is offered where it says nothing stricter', async () => {
    const notice = rectificationForms['choose-notice'] as Form;
    const place = { viewer: viewer(), page: await page() };
    expect((await choicesOf(notice, server.register, place)).way).toHaveLength(2);
  });
});

describe('a form that starts from another', () => {
  const form: Form = {
    ...risks,
    startFrom: 'log-request',
    fields: [...risks.fields, { name: 'sure', label: 'I am sure', kind: 'confirm' }],
  };
  const starting = async (staffId: string, contents: boolean, change: Partial<Form> = {}) =>
    startingFor({ register: server.register, now: () => new Date() }, viewer(staffId), {
      form: { ...form, ...change },
      task: { reference, item: null },
      page: contents ? await page() : null,
      letter: null,
    });

  test('begins with what was said there of the same names, and with nothing confirmed beforehand', async () => {
    expect(await starting(officer.id, true)).toEqual({ risks: said.risks });
  });

  test('shows what others wrote to nobody who may not read the case', async () => {
    const { id } = await member(server.register, ['data-holder']);
    expect(await starting(id, false)).toEqual({});
    expect(await starting(officer.id, false)).toEqual({ risks: said.risks });
  });

  test('begins empty where nothing was said yet', async () => {
    expect(await starting(officer.id, true, { startFrom: 'triage' })).toEqual({});
  });
});

test('what a form offers and what it suggests ask the record once for each request', async () => {
  const asked: string[] = [];
  const { cases, ...others } = server.register;
  const ofPerson: typeof cases.ofPerson = (who, personId) => {
    asked.push(personId);
    return cases.ofPerson(who, personId);
  };
  const register = { ...others, cases: { ...cases, ofPerson } };
  const form = rectificationForms['assess-accuracy'] as Form;
  for (const times of [1, 2]) {
    const place = { viewer: viewer(), page: await page() };
    await choicesOf(form, register, place);
    await startingFor({ register, now: () => new Date() }, place.viewer, {
      ...{ form, task: { reference, item: null }, page: place.page, letter: null },
    });
    expect(asked).toHaveLength(times);
  }
});
