import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { londonDate } from '../../domain/calendar';
import { itemOf, listOf } from '../../domain/cases/process';
import type { Profile } from '../../domain/organisation/profile';
import { extensionOf, isEmail, typeOf } from '../../documents';
import { rowsIn, type Values } from '../../forms/form';
import type { OpenSubmission } from '../../register/submissions';
import type { PortabilityActivities, StepRef } from '../contract';
import { firstPiece, pack, type PackedFile } from '../documents/pack';
import { joined, printed } from '../documents/printable';
import { releasedItems, type Released } from '../documents/released';
import { storedBefore, storeOnce } from '../documents/store';
import { controllerOf } from '../letters/sender';
import type { Printer } from '../pdf';
import type { EffectRegister } from '../ports';
import { recordsOf, type Extract, type PortableData, type PortableFile } from './data';
import { csvOf, readme, schema } from './words';

export interface PortabilityDeps {
  readonly register: EffectRegister;
  readonly printer: Printer;
}

/** What the person takes along, in forms that programs can read (UK GDPR Art 20(1)). */
export function createPortability({ register, printer }: PortabilityDeps): PortabilityActivities {
  return {
    async exportPortable(step) {
      const [dossier, written, rows] = await Promise.all([
        register.cases.dossier(step.reference),
        register.submissions.ofCase(step.reference),
        register.documents.ofCase(step.reference),
      ]);
      const items = releasedItems(rows);
      const profile = register.organisations.get(dossier.organisationId);
      const records = recordsOf(portableIn(profile, step), extractsOf(written, profile));
      const counts = {
        entries: records.reduce((sum, { entries }) => sum + entries.length, 0),
        files: items.length,
      };
      if (counts.entries + counts.files === 0) return { ...counts, bundle: null };
      const before = storedBefore(rows, step, 'bundle');
      const made =
        before ??
        (await make(
          step,
          { profile, controller: controllerOf(profile, dossier)?.name ?? profile.name },
          records,
          items,
        ));
      return { ...counts, bundle: made.id, bundleHash: made.sha256 };
    },
  };

  async function make(
    step: StepRef,
    { profile, controller }: { readonly profile: Profile; readonly controller: string },
    records: PortableData['records'],
    items: readonly Released[],
  ) {
    const files: (PackedFile & Pick<PortableFile, 'system' | 'sha256'>)[] = [];
    for (const item of items) files.push(await fileOf(item, profile));
    const data: PortableData = {
      ...{ format: 'portable-personal-data', version: 1, controller, reference: step.reference },
      made: londonDate(step.at),
      records,
      files: files.map(({ name, system, sha256 }) => ({ file: name, system, sha256 })),
    };
    const input = { purpose: 'bundle', mediaType: 'application/zip', name: `${step.reference}.zip` } as const;
    return storeOnce(register, step, input, pack(packed(data, files), new Date(step.at)));
  }

  async function fileOf({ number, file: row }: Released, profile: Profile) {
    const open = (): AsyncIterable<Buffer> => contentOf(row.id);
    const { name: title } = row;
    const head = await firstPiece(open());
    const mediaType = typeOf({ name: title, mediaType: row.mediaType, content: head });
    const system = profile.systems.find(({ id }) => id === row.system)?.label ?? null;
    const name = `files/${number}`;
    // The file of an e-mail holds its attachments, whatever was decided of them: only its words leave.
    const words =
      isEmail(mediaType) &&
      (await printed(printer, {
        ...{ name: title, mediaType, title: `File ${number}` },
        content: await buffer(open()),
      }));
    if (!words)
      return {
        ...{ name: `${name}${extensionOf(mediaType, title)}`, content: open, system },
        sha256: row.sha256 ?? '',
      };
    const content = await joined(words);
    return { name: `${name}.pdf`, content, system, sha256: sha256(content) };
  }

  async function* contentOf(id: string): AsyncIterable<Buffer> {
    yield* (await register.documents.content(id)).content;
  }
}

/** Only what the assessment found portable, whatever else was entered. */
const portableIn = ({ processingRecords }: Profile, { data }: StepRef) =>
  processingRecords.filter(({ id }) => listOf(data, 'records').includes(id));

/** What was last extracted from each system. */
function extractsOf(written: readonly OpenSubmission[], { systems }: Profile): Extract[] {
  const last = new Map<string, OpenSubmission>();
  for (const one of written) if (one.form === 'extract' && one.step) last.set(itemOf(one.step) ?? '', one);
  return [...last].map(([system, { codes, personal }]) => ({
    system: systems.find(({ id }) => id === system)?.label ?? system,
    rows: codes.outcome === 'extracted' ? rowsIn(personal as Values, 'entries') : [],
  }));
}

type Summed = PackedFile & Pick<PortableFile, 'sha256'>;

/** Everything in the archive, with its checksums last. */
function packed(data: PortableData, files: readonly Summed[]): PackedFile[] {
  const all: Summed[] = [
    written('README.txt', readme(data)),
    written('data.json', json(data)),
    written('schema.json', json(schema)),
    ...data.records.map(({ id, entries }) => written(`${id}.csv`, csvOf(entries))),
    ...files,
  ];
  const sums = all.map(({ name, sha256: sum }) => `${sum}  ${name}\n`).join('');
  return [...all, written('SHA256SUMS', sums)];
}

function written(name: string, text: string): Summed & { readonly content: Buffer } {
  const content = Buffer.from(text);
  return { name, content, sha256: sha256(content) };
}
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
