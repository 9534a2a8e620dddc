import { readPeople, type AffectedPerson } from '../../domain/cases/breach/people';
import type { CaseFile } from './file';

/** The list that was in force when the step began: a later one numbers other people. */
export function affectedPerson({
  written,
  step,
}: Pick<CaseFile, 'written' | 'step'>): AffectedPerson | undefined {
  const round = Number(/tell-each#(\d+)\[/.exec(step.step)?.[1] ?? 1);
  const scope = step.step.slice(0, step.step.indexOf('tell-each#'));
  const list = written.findLast((one) => one.step === `${scope}prepare-notice#${round}`)?.personal.people;
  return typeof list === 'string' ? readPeople(list).people[Number(step.item) - 1] : undefined;
}
