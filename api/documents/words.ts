/** What codes of documents and decisions are called on screen. */
import type { HiddenCode } from '../../documents';
import { decisions, hiddenContents } from '../../forms/documents';
import { everyExemption } from '../../forms/shared/exemptions';

const sorts: readonly (readonly [start: string, sort: string])[] = [
  ['application/pdf', 'PDF'],
  ['message/rfc822', 'E-mail'],
  ['application/vnd.ms-outlook', 'E-mail (Outlook)'],
  ['application/vnd.ms-outlook', 'Outlook message'],
  ['image/', 'Picture'],
  ['video/', 'Video'],
  ['audio/', 'Sound recording'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml', 'Word document'],
  ['application/msword', 'Word document'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml', 'Spreadsheet'],
  ['application/vnd.ms-excel', 'Spreadsheet'],
  ['text/csv', 'Table (CSV)'],
  ['application/vnd.openxmlformats-officedocument.presentationml', 'Slides'],
  ['application/vnd.ms-powerpoint', 'Slides'],
  ['text/html', 'Web page'],
  ['text/', 'Text'],
  ['application/zip', 'ZIP archive'],
];

/** A media type in plain words. */
export const sortOf = (mediaType: string): string =>
  sorts.find(([start]) => mediaType.startsWith(start))?.[1] ?? 'File';

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** `1.4 MB`: a size as people read it, in steps of 1,024. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  if (bytes === 1) return '1 byte';
  const shown = bytes / 1024 ** step;
  return `${step === 0 || shown >= 100 ? Math.round(shown) : Number(shown.toFixed(1))} ${UNITS[step]}`;
}

export interface Tag {
  readonly text: string;
  /** A class of GOV.UK's tag. */
  readonly colour: string;
}

const colours: Readonly<Record<string, string>> = {
  release: 'govuk-tag--green',
  'release-redacted': 'govuk-tag--turquoise',
  withhold: 'govuk-tag--red',
};

/** A decision, or that there is none yet. */
export const decisionTag = (decision: string | undefined): Tag =>
  decision === undefined
    ? { text: 'Not decided', colour: 'govuk-tag--yellow' }
    : { text: titleOf(decisions, decision), colour: colours[decision] ?? 'govuk-tag--grey' };

/** An exemption by its name and its rule. */
export function exemptionOf(code: string | null | undefined): string {
  const found = everyExemption.find(({ value }) => value === code);
  if (!found) return code ?? '';
  return found.hint ? `${found.text} – ${found.hint}` : found.text;
}

/** Codes of hidden content as one phrase: `tracked changes, comments`. */
export const hiddenWords = (codes: readonly string[]): string =>
  codes.map((code) => (hiddenNames[code as HiddenCode] ?? code).toLowerCase()).join(', ');

/** The detector's codes: one that gets no name does not compile. */
const hiddenNames: Readonly<Record<HiddenCode, string>> = hiddenContents;

const titleOf = (options: readonly { value: string; text: string }[], value: string): string =>
  options.find((option) => option.value === value)?.text ?? value;
