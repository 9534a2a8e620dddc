import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AllActivities, LetterResult, StepRef } from '../../activities/contract';
import type { ContactPoint, PersonContents } from '../../domain/cases/contents';
import type { Codes, ProcessEvent, StepKey } from '../../domain/cases/process';
import { elementOf, itemOf } from '../../domain/cases/process';
import type { Role } from '../../domain/roles';
import { subjectAccessVersion } from '../../processes/subject-access.generated';
import type { Register } from '../../register';
import { createRegister } from '../../register';
import type { CaseOpening } from '../../register/intake';
import { loadOrganisations } from '../../register/organisations';
import type { Viewer } from '../../register/viewer';
import { createActivities } from '../../worker/activities';
import { freshDatabase } from '../support/database';
import { until } from '../../dev/wait';
import type { CaughtMail, MailSink } from '../support/mail';
import { mailSink } from '../support/mail';

/** The effects as the worker has them, on a real record and a real mail server; this plays the workflow's part. */
export interface Desk {
  readonly register: Register;
  readonly mail: MailSink;
  readonly activities: AllActivities;
  staff(role: Role, organisation?: string, systems?: readonly string[]): Promise<Viewer>;
  open(change?: Opening): Promise<OpenCase>;
  /** The same effects with another mail server, or as they would be after a restart. */
  activitiesWith(smtpUrl: string): ReturnType<typeof createActivities>;
  /** The same effects on a record that behaves otherwise. */
  activitiesOn(register: Register): { readonly all: AllActivities; close(): Promise<void> };
  /** The mails about a case, once there are so many: the server takes a message before it lists it. */
  mails(reference: string, count: number): Promise<CaughtMail[]>;
  stop(): Promise<void>;
}

export interface Opening extends Partial<Omit<CaseOpening, 'subject'>> {
  readonly person?: Partial<PersonContents>;
  readonly flags?: readonly string[];
  readonly organisation?: string;
  readonly personType?: string;
}

export const email = (change: Partial<ContactPoint> = {}): ContactPoint => ({
  ...{ id: 'email-1', kind: 'email', value: 'wren.ashdown@mail.test', safety: 'safe', onFile: true },
  ...change,
});

export const post = (change: Partial<ContactPoint> = {}): ContactPoint => ({
  ...{
    id: 'post-1',
    kind: 'post',
    value: '1 Test Close\nWolverhampton\nWV1 1AA',
    safety: 'safe',
    onFile: true,
  },
  ...change,
});

export const BASE_URL = 'http://custodian.test';

export async function desk(now: () => Date = () => new Date()): Promise<Desk> {
  const [database, mail] = await Promise.all([freshDatabase(), mailSink()]);
  const register = createRegister({
    databaseUrl: database.url,
    masterKey: randomBytes(32),
    organisations: loadOrganisations(join(__dirname, '../../organisations')),
    now,
  });
  await register.storeOrganisations();
  const activitiesWith = (smtpUrl: string) => createActivities({ register, smtpUrl, baseUrl: BASE_URL, now });
  const activities = activitiesWith(mail.url);
  const members = new Map<string, Viewer>();

  const staff: Desk['staff'] = async (role, organisation = 'new-park-village', systems = []) => {
    const key = `${role}@${organisation}`;
    const known = members.get(key);
    if (known) return known;
    const { id } = await register.staff.create({
      ...{ email: `${role}@${organisation}.test`, name: `The ${role}`, password: 'a long enough password' },
    });
    await register.staff.setMembership(id, organisation, { roles: [role], systems });
    const viewer: Viewer = { staffId: id, organisationId: organisation, roles: [role] };
    members.set(key, viewer);
    return viewer;
  };

  return {
    register,
    mail,
    staff,
    activities: activities.all,
    activitiesWith,
    activitiesOn: (other) => createActivities({ register: other, smtpUrl: mail.url, baseUrl: BASE_URL, now }),
    open: async ({ person = {}, flags = [], organisation, personType = 'tenant', ...change } = {}) => {
      const viewer = change.viewer ?? (await staff('handler', organisation));
      const opened = await register.intake.open({
        submissionId: randomUUID(),
        viewer,
        kind: 'subject-access',
        processVersion: subjectAccessVersion,
        subject: {
          fresh: {
            personType,
            flags,
            contents: {
              name: 'Wren Ashdown',
              formerNames: [],
              references: [],
              contacts: [email(), post()],
              ...person,
            },
          },
        },
        contents: { request: 'Everything you hold about the leak.' },
        receivedOn: now().toISOString().slice(0, 10),
        codes: { channel: 'email', requester: 'self', delivery: 'not-said' },
        typed: {},
        ...change,
      });
      const case_ = new OpenCase(register, activities.all, viewer, opened.reference, now);
      await case_.claim();
      return case_;
    },
    mails: (reference, count) =>
      until(`${count} mails about ${reference}`, async () => {
        const about = (await mail.messages()).filter(({ subject }) => subject.includes(reference));
        return about.length >= count && about;
      }),
    stop: async () => {
      await activities.close();
      await register.close();
      await mail.stop();
      await database.drop();
    },
  };
}

/** One case, moved by recording what a workflow would record. */
export class OpenCase {
  private epoch = 0;
  private known = 0;

  constructor(
    private readonly register: Register,
    private readonly activities: AllActivities,
    readonly viewer: Viewer,
    readonly reference: string,
    private readonly now: () => Date,
  ) {}

  async claim(): Promise<void> {
    const claimed = await this.register.recorder.claim({
      reference: this.reference,
      generation: 1,
      at: this.at,
    });
    this.epoch = claimed.epoch;
    this.known = claimed.known;
  }

  get at(): string {
    return this.now().toISOString();
  }

  ref(step: StepKey, data: Codes = {}): StepRef {
    const item = itemOf(step) ?? (typeof data.item === 'string' ? data.item : null);
    return { reference: this.reference, step, element: elementOf(step), item, data, at: this.at };
  }

  /** The step's letter, as far as it goes by itself. */
  send(step: StepKey, data: Codes = {}, activities = this.activities): Promise<LetterResult> {
    return activities.sendLetter(this.ref(step, data));
  }

  letter(step: StepKey) {
    return this.register.letters.ofStep(this.reference, step);
  }

  /** A person fills in a form: stored first, then recorded by the process. */
  async answer(
    form: string,
    codes: Codes,
    personal: Record<string, unknown> = {},
    step?: StepKey,
  ): Promise<void> {
    const id = randomUUID();
    const { viewer, reference } = this;
    const action = step ? 'complete' : (form as 'note');
    await this.register.submissions.store({
      ...{ id, viewer, role: 'handler', reference, form, action, codes, personal },
      ...(step ? { step } : {}),
    });
    await this.record({
      key: id,
      type: step ? (form.startsWith('letter-') ? 'step-person-done' : 'step-left') : 'acted',
      ...(step ? { step, element: elementOf(step) } : { action: 'note' }),
      ...{ data: codes, submission: id, actor: viewer.staffId },
    });
  }

  /** What somebody says about a letter that waits for them. */
  aboutLetter(
    step: StepKey,
    form: string,
    codes: Codes = {},
    personal: Record<string, unknown> = {},
  ): Promise<void> {
    return this.answer(`letter-${form}`, codes, personal, step);
  }

  async record(event: Omit<ProcessEvent, 'at' | 'effectiveAt'>): Promise<void> {
    const { reference, epoch, known, at } = this;
    const answer = await this.register.recorder.record({
      ...{ reference, epoch, known },
      events: [{ ...event, at, effectiveAt: at }],
    });
    if (answer.outcome !== 'recorded') throw new Error(`Not recorded: ${answer.reason}`);
    this.known = answer.known;
  }
}
