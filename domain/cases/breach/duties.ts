/**
 * Whom the law wants told of a breach, which of them have been, and so which clock gives the case its due date
 * (UK GDPR Arts 33(1)–(2), 34). Workflow-safe.
 */
import type { TimerName } from '../../clock/types';
import { listOf, type Codes } from '../process';

/** The codes of the step last left of an element, of one item where that is given; empty where there is none. */
export type Said = (element: string, item?: string) => Codes;

/** In which role we hold the data: one incident may be both, for different data. */
export type BreachRole = 'controller' | 'processor' | 'both';

interface Duty {
  readonly timer: TimerName;
  readonly done: boolean;
}

/** Until triage says otherwise we take ourselves for the controller: its clock is the stricter one. */
export const roleIn = (triage: Codes): BreachRole => (triage.role as BreachRole | undefined) ?? 'controller';

/** A breach, or not yet known to be none. */
const mayBeBreach = (said: Said): boolean => (said('triage').outcome ?? 'breach') === 'breach';

const regulator = (said: Said): Duty => ({
  timer: 'breach.regulator',
  done: said('file-notification').filedAt !== undefined || said('decide').decision === 'no-risk',
});

/** Each controller has its own notice: one that was told does not stand for another (Art 33(2)). */
function controllers(said: Said): Duty {
  const concerned = [...listOf(said('triage'), 'controllers'), ...added(said)];
  const told = (controller: string): boolean =>
    ['notify-controller', 'notify-added-controller'].some(
      (notice) => said(notice, controller).givenAt !== undefined,
    );
  return {
    timer: 'breach.processorToController',
    done: concerned.length > 0 ? concerned.every(told) : said('notify-controller').givenAt !== undefined,
  };
}

/** Controllers that turned out to be concerned after triage, all of them so far. */
const added = (said: Said): readonly string[] => listOf(said('something-new'), 'concerned');

const people = (said: Said): Duty => ({
  timer: 'breach.individuals',
  done: said('publish-notice').on !== undefined || (allToldOneByOne(said) && !othersFollow(said)),
});

const allToldOneByOne = (said: Said): boolean => Object.keys(said('tell-each')).length > 0;
const othersFollow = (said: Said): boolean => said('prepare-notice').others !== 'none';

/** Art 34(3): a high risk, and none of the reasons for which people need not be told. */
export const peopleAreTold = ({ decision, people: how }: Codes): boolean =>
  decision === 'high-risk' && (how === 'each' || how === 'public');

function dutiesOf(said: Said): readonly Duty[] {
  const role = roleIn(said('triage'));
  return [
    ...(role === 'processor' ? [] : [regulator(said)]),
    ...(role === 'controller' && added(said).length === 0 ? [] : [controllers(said)]),
    ...(peopleAreTold(said('decide')) ? [people(said)] : []),
  ];
}

/** The clocks of duties not yet done: each escalates, and the earliest gives the case its due date. */
export const undoneTimers = (said: Said): readonly TimerName[] =>
  dutiesOf(said).flatMap(({ timer, done }) => (done ? [] : [timer]));

/** The clocks of a breach, those of duties not yet done first. */
export function breachTimers(said: Said): readonly TimerName[] {
  const duties = dutiesOf(said);
  return [...duties.filter(({ done }) => !done), ...duties.filter(({ done }) => done)].map(
    ({ timer }) => timer,
  );
}

/** Whether everybody whom the law wants told has been, as far as it is known today. */
export const everybodyTold = (said: Said): boolean =>
  !mayBeBreach(said) || dutiesOf(said).every(({ done }) => done);
