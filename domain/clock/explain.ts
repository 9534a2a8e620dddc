import type { Deadline, ExplanationStep } from './types';
import { when } from './words';

/** Why this date: the steps of the computation as numbered lines of plain text, for letters and the command line. */
export function explain(deadline: Pick<Deadline, 'steps' | 'due' | 'state' | 'warnings'>): string {
  const steps = deadline.steps.map((step, index) => `${index + 1}. ${line(step)}`);
  const warnings = deadline.warnings
    .filter(({ code }) => !deadline.steps.some((step) => step.code === code))
    .map(({ text, article }) => `Note: ${text}${cited(article)}`);
  return [...steps, conclusion(deadline), ...warnings].join('\n');
}

function line({ text, article, days, hours }: ExplanationStep): string {
  return `${text}${effect(days, 'day') || effect(hours, 'hour')}${cited(article)}`;
}

function effect(count: number | undefined, noun: string): string {
  if (!count) return '';
  const size = Math.abs(count);
  return ` (${count > 0 ? '+' : '−'}${size} ${noun}${size === 1 ? '' : 's'})`;
}

function cited(article: string | undefined): string {
  return article ? ` [${article}]` : '';
}

function conclusion({ due, state }: Pick<Deadline, 'due' | 'state'>): string {
  if (due) return due.length === 10 ? `Due by the end of ${when(due)}.` : `Due by ${when(due)}.`;
  return (
    {
      'not-started': 'No date: what starts the period has not happened.',
      waiting: 'No date yet: the period has not begun.',
      paused: 'No date while the clock stands still.',
    }[state as string] ?? 'No date: neither the law nor the policy gives a number.'
  );
}
