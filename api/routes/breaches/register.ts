import type { Request, Response } from 'express';
import type { BreachEntry } from '../../../register/breaches';
import { toldInTime } from '../../../domain/cases/breach/processor';
import type { Profile } from '../../../domain/organisation/profile';
import { longDate } from '../../../domain/clock';
import { momentText } from '../../../domain/clock/by-when';
import { viewerOf } from '../../auth/signed-in';
import { breachWords, causeText, systemText } from '../../presentation/breach-words';
import { csvOf } from '../../presentation/csv';
import { outcomeTitle } from '../../presentation/words';
import type { Services } from '../../services';

/** Every breach, notified or not, with its facts, its effects and what was done; near misses apart (Art 33(5)). */
export function getRegister(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const entries = await entriesFor(services, req);
    const views = entries.map((entry) => entryView(profileFor(services, req), entry));
    const isApart = ({ apart }: EntryView): boolean => apart;
    res.render('breaches/register', {
      title: 'Register of breaches',
      breaches: views.filter((view) => !isApart(view)),
      apart: views.filter(isApart),
      mailbox: profileFor(services, req).breaches,
    });
  };
}

export function getRegisterCsv(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const profile = profileFor(services, req);
    const entries = await entriesFor(services, req);
    res
      .attachment('register-of-breaches.csv')
      .type('text/csv')
      .send(
        csvOf(
          columns.map(({ heading }) => heading),
          entries.map((entry) => columns.map(({ of }) => of(entry, profile))),
        ),
      );
  };
}

const entriesFor = ({ register }: Services, req: Request): Promise<BreachEntry[]> =>
  register.breaches.register(viewerOf(req));

const profileFor = ({ register }: Services, req: Request): Profile =>
  register.organisations.get(viewerOf(req).organisationId);

interface EntryView {
  readonly reference: string;
  readonly title: string;
  readonly state: string;
  /** A near miss, or no breach after all. */
  readonly apart: boolean;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
}

const moment = (at: string | null): string => (at === null ? '' : momentText(at));

function entryView(profile: Profile, entry: BreachEntry): EntryView {
  const shown = columns.filter(({ heading }) => heading !== 'Reference' && heading !== 'What it is');
  return {
    ...{
      reference: entry.reference,
      title: entry.title,
      apart: entry.what !== null && entry.what !== 'breach',
    },
    state: stateOf(entry),
    rows: shown
      .map(({ heading, of }) => ({ label: heading, text: String(of(entry, profile) ?? '') }))
      .filter(({ text }) => text !== ''),
  };
}

function stateOf({ outcome, notifiedAt, decision }: BreachEntry): string {
  if (outcome !== null) return outcomeTitle('breach', outcome) ?? outcome;
  if (notifiedAt !== null) return 'Open: the regulator was notified';
  return decision === 'no-risk' ? 'Open: kept in the register' : 'Open';
}

interface Column {
  readonly heading: string;
  readonly of: (entry: BreachEntry, profile: Profile) => string | number | null;
}

/** In the order of Art 33(5): the facts, the effects, the remedial action; then what was decided and who was told. */
const columns: readonly Column[] = [
  { heading: 'Reference', of: ({ reference }) => reference },
  { heading: 'What it is', of: ({ title }) => title },
  { heading: 'Breach or near miss', of: ({ what }) => breachWords('triage', 'outcome', what) },
  { heading: 'Our role', of: ({ role }) => breachWords('triage', 'role', role) },
  { heading: 'Where', of: ({ place }) => breachWords('log-request', 'place', place) },
  {
    heading: 'Told by the processor',
    of: ({ place, processorHours }, { breaches }) =>
      place === 'processor' ? toldInTime(processorHours, breaches.processorsTellUsWithin) : null,
  },
  { heading: 'Happened', of: ({ happenedAt }) => moment(happenedAt) },
  { heading: 'Discovered', of: ({ discoveredAt }) => moment(discoveredAt) },
  { heading: 'Reported', of: ({ reportedAt }) => moment(reportedAt) },
  { heading: 'Aware', of: ({ awareAt }) => moment(awareAt) },
  { heading: 'Facts', of: ({ facts }) => facts },
  { heading: 'Cause', of: ({ cause }) => (cause === null ? null : causeText(cause)) },
  {
    heading: 'What was lost',
    of: ({ nature }) => nature.map((one) => breachWords('assess', 'nature', one)).join(', '),
  },
  {
    heading: 'Systems',
    of: ({ systems }, profile) => systems.map((id) => systemText(profile, id)).join(', '),
  },
  { heading: 'People, about', of: ({ people }) => people },
  { heading: 'Records, about', of: ({ records }) => records },
  { heading: 'Effects', of: ({ effects }) => effects },
  { heading: 'Remedial action', of: ({ remedial }) => remedial },
  { heading: 'Root cause', of: ({ rootCause }) => rootCause },
  { heading: 'Decision', of: ({ decision }) => breachWords('decide', 'decision', decision) },
  { heading: 'Reasons', of: ({ decisionReasons }) => decisionReasons },
  { heading: 'Regulator notified', of: ({ notifiedAt }) => moment(notifiedAt) },
  { heading: 'Regulator’s reference', of: ({ regulatorReference }) => regulatorReference },
  { heading: 'Reasons for the delay', of: ({ delayReasons }) => delayReasons },
  { heading: 'Were people told?', of: ({ peopleTold }) => breachWords('decide', 'people', peopleTold) },
  { heading: 'Closed', of: ({ closedOn }) => closedOn && longDate(closedOn) },
];
