import { randomUUID } from 'node:crypto';
import { Driver, type DriveParts } from '../drive';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Codes } from '../../domain/cases/process';
import type { Role } from '../../domain/roles';
import { processes } from '../../processes/registry.generated';
import { derivedSubmissionId } from '../../register/derived-id';
import type { CaseOpening } from '../../register/intake';
import type { NewPerson } from '../../register/people';
import { pdfOf } from './page';

/** How one invented case begins. */
export interface Opening {
  readonly organisation: string;
  readonly controller?: string;
  /** Whose request it is; none for a matter, which has a title. */
  readonly person?: NewPerson;
  readonly title?: string;
  readonly request: string;
  /** Days ago that it was received. */
  readonly received: number;
  readonly channel: string;
  readonly delivery?: string;
  /** A subject access request unless said. */
  readonly kind?: CaseKind;
  /** What the log form of its kind asks beside what all ask: codes, and words that are sealed. */
  readonly codes?: Codes;
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly restrictedTo?: readonly string[];
  /** Of a case that the product opens by itself: the submission that does. */
  readonly submissionId?: string;
}

const untouched = async (c: Driver): Promise<boolean> =>
  (await c.page()).steps.every(({ state }) => state === 'entered');

/** An invented case, told through the product itself: every step is a real submission to the real workflow. */
export class Story {
  private constructor(
    private readonly parts: DriveParts,
    private readonly opening: Opening,
    readonly c: Driver,
  ) {}

  /** Begins it; a story begun before is not begun again. */
  static async begin(parts: DriveParts, opening: Opening): Promise<Story | null> {
    const viewer = await parts.staff('handler', opening.organisation);
    const { kind = 'subject-access' } = opening;
    const facts: CaseOpening = {
      submissionId: opening.submissionId ?? idOf(opening),
      viewer,
      kind,
      processVersion: processes[kind]?.version ?? '',
      ...(opening.person ? { subject: { fresh: opening.person } } : {}),
      contents: { request: opening.request, ...(opening.title ? { title: opening.title } : {}) },
      receivedOn: daysAgo(opening.received),
      codes: {
        channel: opening.channel,
        requester: 'self',
        delivery: opening.delivery ?? 'post',
        ...opening.codes,
      },
      typed: {
        request: opening.request,
        ...(opening.title ? { title: opening.title } : {}),
        ...opening.typed,
      },
      ...(opening.controller ? { controller: opening.controller } : {}),
      ...(opening.restrictedTo ? { restrictedTo: opening.restrictedTo } : {}),
    };
    const opened = await parts.register.intake.open(facts);
    const c = new Driver(parts, opened.reference, opening.organisation);
    const opensItself = opening.submissionId !== undefined;
    if (opened.repeated && !(opensItself && (await untouched(c)))) return null;
    await c.start();
    return new Story(parts, opening, c);
  }

  /** Staff id of whoever holds a role in its organisation. */
  async colleague(role: Role): Promise<string> {
    return (await this.parts.staff(role, this.opening.organisation)).staffId;
  }

  async triage(systems: readonly string[], change: Codes = {}): Promise<void> {
    await this.c.complete(
      'triage',
      { route: 'answer', identity: 'no-doubt', fee: 'none', systems, ...change },
      {
        personal: {
          scope: 'Letters, notes and e-mails about the tenancy and repairs.',
          doubt: 'The mailbox is not the one on file.',
        },
      },
    );
  }

  async preserve(): Promise<void> {
    const { facts } = await this.c.page();
    for (const item of (facts.preserve ?? []) as string[])
      await this.c.complete(
        'preserve-evidence',
        { outcome: 'nothing-held', on: daysAgo(0) },
        { item, role: 'handler', personal: { evidence: 'Looked; nothing of this person is held.' } },
      );
  }

  /** Answers a search with so many invented documents. */
  async search(system: string, documents: number): Promise<void> {
    const viewer = await this.parts.staff('handler', this.opening.organisation);
    for (let i = 1; i <= documents; i++)
      await this.parts.register.documents.add(
        viewer,
        {
          ...{ id: randomUUID(), reference: this.c.reference, purpose: 'found', system },
          ...{ mediaType: 'application/pdf', name: `${system}-${i}.pdf` },
        },
        await pdfOf(`${system}, sheet ${i}`, SHEETS[(i - 1) % SHEETS.length] ?? ''),
      );
    await this.c.complete(
      'search-system',
      documents > 0
        ? { result: 'found', hits: documents, minutes: 35 }
        : { result: 'nothing-found', minutes: 10 },
      { item: system, role: 'handler', personal: { terms: 'Surname, tenancy number, address' } },
    );
  }

  async review(): Promise<void> {
    const viewer = await this.parts.staff('handler', this.opening.organisation);
    const items = (await this.parts.register.documents.list(viewer, this.c.reference)) ?? [];
    const found = items.filter(({ purpose }) => purpose === 'found').map(({ id }) => id);
    if (found.length > 0)
      await this.parts.register.documents.decide(viewer, this.c.reference, {
        documentIds: found,
        decision: 'release',
      });
    await this.c.complete(
      'review',
      { thirdParties: 'no', adviceNeeded: false, released: found.length, redacted: 0, withheld: 0 },
      { role: 'handler' },
    );
  }

  async approve(): Promise<void> {
    await this.c.complete('second-check', { outcome: 'right' }, { role: 'dpo' });
    await this.c.complete('decide', { decision: 'approve', departs: 'no' });
  }

  async answer(result: string, records: readonly string[]): Promise<void> {
    await this.c.complete('prepare-response', { result, records, delivery: 'post', confirmed: true });
    await this.c.posted('respond');
    await this.c.complete(
      'deliver',
      { way: 'post', on: daysAgo(0), checkedAddress: true, checkedEnclosures: true },
      { at: daysAgo(0) },
    );
    await this.c.complete('close-case', {}, { personal: { lateness: 'Staff absence in the records team.' } });
  }
}

const SHEETS = [
  'Repair reported: damp in the back bedroom. Contractor booked.',
  'Telephone note: asked about the rent statement; sent a copy.',
  'Letter to the tenant about the annual gas safety visit.',
];

/** A civil date so many days ago. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The same story has the same submission id on every start, so that none is told twice. */
const idOf = ({ organisation, person, title }: Opening): string =>
  derivedSubmissionId(`${organisation}/${person?.contents.name ?? title}`);
