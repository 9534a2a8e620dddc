import { londonDate } from '../../domain/calendar';
import type { StepKey } from '../../domain/cases/process';
import { longDate } from '../../domain/clock';
import type { Form, Values } from '../../forms/form';
import type { CasePage } from '../../register/cases';

/** What the case holds as evidence of who is asking, for whoever checks that. */
export interface Evidence {
  readonly text: string;
  /** What the form begins with. The handler may say otherwise: the code alone confirms nobody. */
  readonly starting: Values;
}

const ways: Readonly<Record<string, string>> = { email: 'by e-mail', post: 'by post' };

/** The one-time code that was read back last; null where none was, and for other forms. */
export function evidenceFor({ id }: Pick<Form, 'id'>, page: Pick<CasePage, 'steps'> | null): Evidence | null {
  if (id !== 'check-identity' || page === null) return null;
  const checked = page.steps
    .filter((one) => one.element === 'check-code' && one.result?.outcome === 'shown')
    .sort((one, other) => (one.leftAt ?? '').localeCompare(other.leftAt ?? ''))
    .at(-1);
  if (!checked?.leftAt) return null;
  const on = londonDate(checked.leftAt);
  const way = page.steps.find(({ step }) => step === sentBy(checked.step))?.result?.way;
  const text = `A one-time code, sent ${ways[String(way)] ?? ''} to a safe contact on file, was read back on ${longDate(on)}.`;
  return { text, starting: { outcome: 'confirmed', receivedOn: on, seen: text } };
}

/** The step that sent the code which this one checks: both stand in one event sub-process. */
export const sentBy = (checking: StepKey): StepKey => checking.replace(/check-code#\d+$/, 'send-code#1');
