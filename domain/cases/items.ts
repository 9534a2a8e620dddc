/** When the items of a case may be decided: until the review is finished, and again when it is open anew. Workflow-safe. */
import type { CaseDefinition } from './definition';
import type { Refusal } from './process';

/** The task in which items are decided, or null for a kind that discloses nothing. */
export function itemsTask({ tasks }: Pick<CaseDefinition, 'tasks'>): string | null {
  return Object.keys(tasks).find((element) => tasks[element]?.decidesItems) ?? null;
}

/** A task of the case as this rule looks at it; the human part of a letter has a `need`. */
export interface ItemsTask {
  readonly element: string;
  readonly need: string | null;
  readonly state: string;
}

/**
 * Why the decisions on items stand as they are, or null. What was checked, advised on and decided is what leaves:
 * nobody changes it behind the backs of those who did.
 */
export function itemsRefusal(
  definition: Pick<CaseDefinition, 'tasks'>,
  { closed, tasks }: { readonly closed: boolean; readonly tasks: readonly ItemsTask[] },
): Refusal | null {
  if (closed)
    return {
      code: 'case-closed',
      message: 'This case is closed, so what was decided of its items stands. Reopen it to decide them anew.',
    };
  const element = itemsTask(definition);
  const reviews = tasks.filter((task) => task.element === element && task.need === null);
  const finished = reviews.some(({ state }) => state === 'done');
  if (!finished || reviews.some(({ state }) => state === 'open')) return null;
  return {
    code: 'review-finished',
    message:
      'The review is finished, so what was decided of the items stands. Whoever checks it or decides on it can send it back to review; then the items can be decided anew.',
  };
}

/**
 * How somebody dealt with what a file hides: `reviewed`, it may leave with the file; `replaced`, a clean copy leaves in
 * its place; `not-released`, the file does not leave.
 */
export const hiddenAnswers = ['reviewed', 'replaced', 'not-released'] as const;
export type HiddenHow = (typeof hiddenAnswers)[number];

/** A file of a case as far as it bears on what leaves. */
export interface CaseFile {
  readonly id: string;
  readonly purpose: string;
  readonly state: string;
  readonly replacesId: string | null;
  /** The redacted or clean file that stands for this one, if any. */
  readonly replacedBy: string | null;
  readonly hidden: readonly string[];
  readonly hiddenHow: HiddenHow | null;
  readonly decision: { readonly decision: string } | null;
}

/** What leaves for an item, and what is in the way of it. */
export interface Leaving<File> {
  readonly file: File;
  readonly problem: 'not-replaced' | 'not-ready' | 'hidden-content' | null;
}

const goesOut = (decision: string | undefined): boolean =>
  decision === 'release' || decision === 'release-redacted';

/**
 * What leaves for an item found, or null where nothing does. Where another file stands for it, the item itself never
 * leaves; what hides something leaves only where somebody answers for that.
 */
export function leaving<File extends CaseFile>(item: File, all: readonly File[]): Leaving<File> | null {
  if (item.purpose !== 'found' || !goesOut(item.decision?.decision)) return null;
  const stands = all.find(({ id, state }) => id === item.replacedBy && state === 'ready');
  const file = stands ?? item;
  const mustBeReplaced = item.decision?.decision === 'release-redacted' || item.hiddenHow === 'replaced';
  if (mustBeReplaced && !stands) return { file, problem: 'not-replaced' };
  if (file.state !== 'ready') return { file, problem: 'not-ready' };
  return { file, problem: hidesSomething(file) ? 'hidden-content' : null };
}

const hidesSomething = ({ hidden, hiddenHow }: CaseFile): boolean =>
  hidden.length > 0 && hiddenHow !== 'reviewed';

/** Whether nobody has answered for what a file hides, or what was answered is not so any more. */
export function isHiddenOpen<File extends CaseFile>(file: File, all: readonly File[]): boolean {
  if (file.hidden.length === 0 || (file.purpose !== 'found' && file.purpose !== 'redacted')) return false;
  return file.hiddenHow === null || (file.hiddenHow !== 'reviewed' && isOut(file, all));
}

const isOut = <File extends CaseFile>(file: File, all: readonly File[]): boolean =>
  all.some((item) => leaving(item, all)?.file.id === file.id);

/** Why it cannot be said of a file that what it hides was dealt with in this way, or null. */
export function hiddenRefusal<File extends CaseFile>(
  file: File,
  all: readonly File[],
  how: HiddenHow,
): string | null {
  const replaced = file.purpose === 'redacted' ? !isOut(file, all) : file.replacedBy !== null;
  if (how === 'replaced' && !replaced)
    return 'Add the clean copy first. It then goes out in place of the item.';
  const decided = file.purpose === 'redacted' || file.decision !== null;
  if (how === 'not-released' && (!decided || isOut(file, all)))
    return 'Decide first that the item is not released, for example by withholding it.';
  return null;
}
