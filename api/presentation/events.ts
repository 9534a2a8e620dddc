import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import type { ActionName, ProcessEventType } from '../../domain/cases/process';
import { itemOf } from '../../domain/cases/process';
import type { Form } from '../../forms/form';
import { allLetterForms, letterForms } from '../../forms/letters';
import { actionForm, taskForm } from '../../forms/registry';
import { processes } from '../../processes/registry.generated';
import { loggingForm } from '../casework/logging-form';
import type { EventRow } from '../../register/cases';
import type { ContentEventType } from '../../register/recorder/content-events';
import type { Choices } from '../forms/choices';
import type { AnswerView } from './answers';
import { answerViews } from './answers';
import { effectiveText, longDate } from './dates';
import { elementTitle } from './words';

/** One line of the history as the page shows it. */
export interface EventView {
  readonly id: string;
  readonly sequence: number;
  readonly title: string;
  readonly actor: string;
  /** In words: a day alone when it was given as a day. */
  readonly effective: string;
  readonly recordedAt: string;
  readonly backdated: boolean;
  readonly answers: readonly AnswerView[];
}

/** What the words of an event are made with. */
export interface EventWords {
  /** Which system or person a repeated step stands for. */
  readonly itemName: (element: string, item: string) => string;
  /** What was offered, by the form's id. */
  readonly choices: ReadonlyMap<string, Choices>;
}

export const eventView = (kind: CaseKind, event: EventRow, { itemName, choices }: EventWords): EventView => ({
  id: event.id,
  sequence: event.sequence,
  title: [eventTitle(kind, event), ...aboutOf(event).map((item) => itemName(event.element ?? '', item))].join(
    ', ',
  ),
  actor: actorOf(event),
  effective: effectiveText(event.effectiveAt),
  recordedAt: event.recordedAt,
  backdated: event.backdated,
  answers: answersOf(kind, event, choices),
});

const verbs = {
  'step-entered': 'Began',
  'step-left': 'Finished',
  'step-cancelled': 'No longer needed',
  'step-waived': 'Passed over',
  'step-needs-person': 'Waits for a person',
  'step-person-done': 'A person did their part',
  fired: 'Started',
} as const;

/** Whatever the record writes of a case. */
type Recorded = ProcessEventType | ContentEventType | 'deadline-moved' | 'moved';

/** Events that are not told by what they did to a step of the diagram; none is without a title. */
export const recordedTitles: Readonly<Record<Exclude<Recorded, keyof typeof verbs>, string>> = {
  'case-opened': 'Request logged',
  'deadline-moved': 'The due date moved earlier',
  acted: 'Action taken',
  escalated: 'The due date nears: those concerned are told',
  closed: 'Case closed',
  moved: 'Moved to a newer version of the process',
  reopened: 'Case reopened',
  'document-added': 'Document added',
  'document-removed': 'Document removed from the case file',
  'document-viewed': 'Document opened',
  'item-decided': 'Items decided',
  'hidden-dealt-with': 'Hidden content dealt with',
  'letter-viewed': 'Letter opened',
  'link-issued': 'Link made',
  'link-opened': 'Link opened',
  'link-locked': 'Link ended after five wrong codes',
  'link-revoked': 'Link ended',
};

/** A one-time code is kept as a link is. */
const codeTitles: Readonly<Record<string, string>> = {
  'link-issued': 'One-time code made',
  'link-opened': 'The right one-time code was read back',
  'link-locked': 'One-time code ended after five wrong attempts',
  'link-revoked': 'One-time code ended',
};

function eventTitle(kind: CaseKind, event: EventRow): string {
  const { type, element, data } = event;
  const action = actionBehind(kind, event);
  if (action !== null) return definitionOf(kind).actions[action]?.title ?? action;
  const name = element === null ? '' : elementTitle(kind, element, processes[kind]?.elements[element]?.name);
  if (data.noEffect === true) return `${name}: it came too late, so it has no effect and no date moved`;
  if (isVerb(type)) return name ? `${verbs[type]}: ${name}` : verbs[type];
  if (throughLink({ type, data })) return 'Document opened through a link';
  if (type === 'escalated') return escalationTitle(data.point);
  if (typeof data.received === 'string') return `Logged from the complaint form: ${data.received}`;
  const ofCode = data.purpose === 'one-time-code' ? codeTitles[type] : undefined;
  return ofCode ?? (recordedTitles as Readonly<Record<string, string>>)[type] ?? spoken(type);
}

/** Points that are no rung of a ladder: a project's planned start (UK GDPR Art 35(1)). */
const pointTitles: Readonly<Record<string, string>> = {
  'start-in-ten-days': 'The planned start nears without an approval: those concerned are told',
  'start-in-two-days': 'The planned start nears without an approval: those concerned are told',
  'start-unapproved': 'The planned start has come without an approval: those concerned are told',
};

const escalationTitle = (point: unknown): string =>
  pointTitles[String(point).replace(/@.*$/, '')] ?? recordedTitles.escalated;

const isVerb = (type: string): type is keyof typeof verbs => type in verbs;

/** What was opened from outside, by whoever had the link and its code. */
const throughLink = ({ type, data }: Pick<EventRow, 'type' | 'data'>): boolean =>
  type === 'document-viewed' && typeof data.link === 'string';

/** Who did it. A link that leaves the house names nobody; a one-time code is read back to staff. */
function actorOf(event: EventRow): string {
  if (event.actorName !== null) return event.actorName;
  const opened = event.type === 'link-opened' && event.data.purpose !== 'one-time-code';
  return opened || throughLink(event) ? 'Whoever has the link' : 'The process';
}

const aboutOf = ({ step }: EventRow): string[] => {
  const item = step === null ? null : itemOf(step);
  return item === null ? [] : [item];
};

/** `letter-viewed` → `Letter viewed`, for events that have no words of their own here. */
const spoken = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');

/** What was answered, under the questions as they were asked. */
export function answersOf(
  kind: CaseKind,
  event: EventRow,
  choices: EventWords['choices'],
): EventView['answers'] {
  if (event.submissionId === null) return [...movement(event.data), ...trimming(event.data)];
  const form = formBehind(kind, event);
  const given = { ...event.data, ...event.written };
  return [...(form ? answerViews(form, given, choices.get(form.id) ?? {}) : []), ...movement(event.data)];
}

/** Both dates of a deadline that newer holidays, law or policy moved, or may move. */
function movement({ from, to, waits }: EventRow['data']): EventView['answers'] {
  if (from === undefined || to === undefined) return [];
  const date = (at: unknown): string => (typeof at === 'string' ? longDate(at.slice(0, 10)) : 'No date');
  const dates = [
    { label: 'Due before', text: date(from) },
    { label: 'Due now', text: date(to) },
  ];
  return waits ? [...dates, { label: 'Waits for confirmation', text: date(waits) }] : dates;
}

/** What went from a case's own file, and what stays as proof. */
function trimming({ removed, kept }: EventRow['data']): EventView['answers'] {
  if (typeof removed !== 'number' || typeof kept !== 'number') return [];
  return [
    { label: 'Files removed', text: String(removed) },
    { label: 'Files kept', text: String(kept) },
  ];
}

/** The forms whose answers these events show. */
export const formsBehind = (kind: CaseKind, events: readonly EventRow[]): readonly Form[] => [
  ...new Map(
    events
      .filter(({ submissionId }) => submissionId !== null)
      .flatMap((event) => formBehind(kind, event) ?? [])
      .map((form) => [form.id, form] as const),
  ).values(),
];

function formBehind(kind: CaseKind, event: EventRow): Form | null {
  const { type, element } = event;
  if (type === 'case-opened') return loggingForm(kind);
  const action = actionBehind(kind, event);
  if (action !== null) return actionForm(action);
  if (type === 'step-person-done')
    return { ...letterForms.check, fields: allLetterForms().flatMap((one) => one.fields) };
  return element !== null && element in definitionOf(kind).tasks ? taskForm(kind, element, null) : null;
}

/** The action that a person took, also where it finished a step or ended a wait sooner. */
export function actionBehind(kind: CaseKind, { action, element, data }: EventRow): ActionName | null {
  if (action !== null) return action as ActionName;
  if (data.early !== true) return null;
  const taken = Object.entries(definitionOf(kind).actions).find(
    ([, { completes }]) => completes?.element === element,
  );
  return taken ? (taken[0] as ActionName) : null;
}
