import type { StepKey } from '../../domain/cases/process';
import { isActivity, type ProcessModel } from '../model';
import { itemsOf, nameOf, partsOf, type RecordedEvent } from './events';
import { replay, type Misfit } from './replay';

/**
 * The fewest visits of steps that, once waived, make a record fit a diagram that has steps the record has not:
 * those drawn, before where the case now stands, after it had gone by. Null where no waiver helps, because the
 * record holds a step that the diagram does not have, or has elsewhere.
 */
export function waiversFor(model: ProcessModel, events: readonly RecordedEvent[]): readonly StepKey[] | null {
  const found: StepKey[] = [];
  for (;;) {
    const answer = replay(model, [...events, ...found.map(waiver)]);
    if (answer.fits) return found;
    const more = past(model, [...events, ...found.map(waiver)], answer);
    if (more.length === 0) return null;
    found.push(...more);
  }
}

/** The fewest waivers that let a record come further than its first misfit; none where none does. */
function past(model: ProcessModel, events: readonly RecordedEvent[], misfit: Misfit): readonly StepKey[] {
  const comesFurther = (steps: readonly StepKey[]): boolean => {
    const answer = replay(model, [...events, ...steps.map(waiver)]);
    return answer.fits || answer.at > misfit.at;
  };
  const all = unvisited(model, events, misfit);
  if (!comesFurther(all)) return [];
  return all.reduce((steps, step) => {
    const fewer = steps.filter((one) => one !== step);
    return comesFurther(fewer) ? fewer : steps;
  }, all);
}

/** The next visit of every step in the scopes that an event speaks of, where the record itself does not make it. */
function unvisited(
  model: ProcessModel,
  events: readonly RecordedEvent[],
  { at, event }: Misfit,
): readonly StepKey[] {
  const steps = model.nodes.filter(isActivity);
  const before = events.filter(({ type }, index) => index < at || type === 'step-waived');
  return scopesOf(before, event).flatMap((scope) =>
    steps
      .filter((node) => node.scope === drawnIn(model, scope))
      .map(({ id }) => nameOf(scope, id))
      .map((name) => `${name}#${lastVisit(before, name) + 1}`)
      .filter((visit) => !events.some(({ step }) => step === visit)),
  );
}

/** Where an entered step stands; what is in a step that is left; otherwise the process itself. */
function scopesOf(before: readonly RecordedEvent[], event: RecordedEvent): readonly string[] {
  const step = event.step ?? '';
  if (event.type === 'step-entered') return [partsOf(step)?.scope ?? ''];
  if (event.type !== 'step-left') return [''];
  const entered = before.find((one) => one.type === 'step-entered' && one.step === step);
  const items = entered && itemsOf(entered);
  return items ? items.map((item) => `${step}[${item}]`) : [step];
}

/** The element that a scope is drawn in: null for the process, also once the case was reopened. */
function drawnIn(model: ProcessModel, scope: string): string | null {
  const element = partsOf(scope.replace(/\[[^\]]*\]$/, ''))?.element;
  const node = model.nodes.find(({ id }) => id === element);
  return node && isActivity(node) ? node.id : (node?.scope ?? null);
}

/** The number of the last visit that was made or waived; 0 before the first. */
function lastVisit(events: readonly RecordedEvent[], name: string): number {
  const visits = events.flatMap(({ type, step }) => {
    const parts = type === 'step-entered' || type === 'step-waived' ? partsOf(step ?? '') : null;
    return parts && nameOf(parts.scope, parts.element) === name ? [parts.number] : [];
  });
  return Math.max(0, ...visits);
}

const waiver = (step: StepKey): RecordedEvent => ({ type: 'step-waived', step });
