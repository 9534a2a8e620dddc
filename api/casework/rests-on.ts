import { definitionOf } from '../../domain/cases/registry';
import { logForm } from '../../forms/registry';
import { asked } from '../../forms/shared/log';
import type { CasePage, EventRow, TaskPage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import { choicesOfAll } from '../forms/options';
import { answerViews, type AnswerView } from '../presentation/answers';
import { effectiveText } from '../presentation/dates';
import { actionBehind, answersOf, formsBehind } from '../presentation/events';
import { restsOn } from '../presentation/rests-on';
import { elementTitle } from '../presentation/words';
import type { Services } from '../services';

/** What somebody said before, whole, as a task shows it that rests on it. */
export interface SaidBefore {
  readonly title: string;
  /** Who said it, and when it took effect. */
  readonly by: string;
  readonly answers: readonly AnswerView[];
}

/** What a task of the case rests on, oldest first; nothing for a letter that waits. */
export async function restingOn(
  { register }: Pick<Services, 'register'>,
  viewer: SignedIn,
  task: TaskPage,
  page: CasePage | null,
): Promise<readonly SaidBefore[]> {
  const { kind, element, need, reference } = task;
  const { tasks, actions } = definitionOf(kind);
  if (!page || need || !tasks[element]?.restsOn) return [];
  const events = restsOn(task, (await register.cases.events(viewer, reference)) ?? []);
  const choices = await choicesOfAll(formsBehind(kind, events), register, { viewer, page, past: true });
  const said = (event: EventRow): Pick<SaidBefore, 'title' | 'answers'> => {
    if (event.type === 'case-opened') {
      const form = logForm(kind);
      const given = { ...event.data, ...event.written };
      return {
        title: 'What was asked',
        answers: answerViews({ ...form, fields: asked(form.fields) }, given, choices.get(form.id) ?? {}),
      };
    }
    const action = actionBehind(kind, event);
    const title = action ? actions[action]?.title : elementTitle(kind, event.element ?? '');
    return { title: title ?? '', answers: answersOf(kind, event, choices) };
  };
  return events
    .map((event) => ({
      ...said(event),
      by: [event.actorName, effectiveText(event.effectiveAt)].filter(Boolean).join(', '),
    }))
    .filter(({ answers }) => answers.length > 0);
}
