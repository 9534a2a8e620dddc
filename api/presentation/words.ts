import { recipientTitle } from '../../domain/cases/recipients';
import type { Profile } from '../../domain/organisation/profile';
import type { Stage } from '../../domain/cases/definition';
import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import { elementOf, itemOf, type ClockView } from '../../domain/cases/process';

export const stageTitles: Readonly<Record<Stage, string>> = {
  received: 'Received',
  identity: 'Identity or fee',
  assessing: 'Assessing',
  searching: 'Searching',
  review: 'Review',
  advice: 'Advice',
  decision: 'Decision',
  consulting: 'Consulting the regulator',
  containing: 'Containing',
  'carrying-out': 'Carrying out',
  notifying: 'Notifying',
  responding: 'Responding',
  'in-force': 'In force',
  lessons: 'Lessons',
  closed: 'Closed',
};

export const clockTitles: Readonly<Record<ClockView['state'], string>> = {
  'not-started': 'Clock not started',
  running: 'Clock running',
  paused: 'Clock paused',
  stopped: 'Clock stopped',
};

export const kindTitle = (kind: CaseKind): string => definitionOf(kind).title;

export const outcomeTitle = (kind: CaseKind, outcome: string | null): string | null =>
  outcome === null ? null : (definitionOf(kind).outcomes[outcome]?.title ?? outcome);

/** How a linked case stands to the one that shows the link. */
export function relationText({
  relation,
  outward,
}: {
  readonly relation: string;
  readonly outward: boolean;
}): string {
  const [ours, theirs] = relations[relation] ?? [relation, relation];
  return outward ? ours : theirs;
}

const relations: Readonly<Record<string, readonly [ours: string, theirs: string]>> = {
  duplicate: ['the same request again', 'the same request again'],
  'same-request': ['asked for in the same message', 'asked for in the same message'],
  follows: ['this case follows from it', 'it follows from this case'],
  'complaint-about': ['this is a complaint about it', 'a complaint about this case'],
  related: ['related', 'related'],
};

/** What an element of the process is called: its task, its letter, else its name on the diagram. */
export function elementTitle(kind: CaseKind, element: string, drawn?: string): string {
  const { tasks, letters } = definitionOf(kind);
  return tasks[element]?.title ?? letters[element]?.title ?? (drawn || element);
}

/**
 * What the item of a repeated step is called: what the kind says, a system or a recipient of the profile, a letter
 * that came back, else a person who was consulted, by number.
 */
export const itemNamer =
  (kind: CaseKind, profile: Profile) =>
  (element: string, item: string): string =>
    definitionOf(kind).aboutItem?.(profile, element, item) ??
    recipientTitle(item) ??
    profile.systems.find(({ id }) => id === item)?.label ??
    profile.recipients.find(({ id }) => id === item)?.name ??
    (item.includes('#') ? letterNamed(kind, profile, item) : `Person ${item}`);

/** A letter by the step that sent it, with the item that it was about. */
function letterNamed(kind: CaseKind, profile: Profile, step: string): string {
  const element = elementOf(step);
  const about = itemOf(step);
  const title = elementTitle(kind, element);
  return about === null ? title : `${title}, ${itemNamer(kind, profile)(element, about)}`;
}
