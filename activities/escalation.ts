import { londonDate, workingDaysBetween } from '../domain/calendar';
import type { CaseKind } from '../domain/cases/kinds';
import { listOf } from '../domain/cases/process';
import { definitionOf } from '../domain/cases/registry';
import { longDate, timerNamed } from '../domain/clock';
import { momentText } from '../domain/clock/by-when';
import type { Instant, IsoDate } from '../domain/clock/types';
import type { Profile } from '../domain/organisation/profile';
import { roles, type Role } from '../domain/roles';
import type { PointAudience } from '../register/cases';
import type { Addressee } from '../register/staff';
import type { Details } from '../templates/data';
import { mayKnow } from './audience';
import { hourlyWord } from './breach/words';
import type { EscalationActivities } from './contract';
import { sendNotice, type NoticeDeps } from './notice';
import type { EffectRegister } from './ports';

export interface EscalationDeps extends NoticeDeps {
  readonly register: EffectRegister;
}

/** Clocks of hours are told to the minute. */
const inHours = (kind: CaseKind): boolean =>
  definitionOf(kind).ladder.some(({ hoursBefore }) => hoursBefore !== undefined);

interface Told {
  readonly email: string;
  /** In what capacity: `the DPO`. */
  readonly as: string;
}

/** Word to staff that a point was reached: the reference, the date and a link; nobody's name. */
export function createEscalation({ register, ...deps }: EscalationDeps): EscalationActivities {
  return {
    async tell(step) {
      const point = String(step.data.point ?? '');
      const [dossier, audience] = await Promise.all([
        register.cases.dossier(step.reference),
        register.cases.audience(step.reference, point),
      ]);
      const profile = register.organisations.get(dossier.organisationId);
      const named = listOf(step.data, 'tell');
      const told = await listeners(
        register,
        profile,
        named.length > 0 ? { ...audience, tell: named } : audience,
      );
      const about = {
        ...wordOf(dossier.kind, audience, step.at, profile),
        link: `${deps.baseUrl}/cases/${step.reference}`,
      };
      const { reference, step: key, at: date } = step;
      for (const { as, email } of told)
        await sendNotice(deps, profile, {
          ...{ reference, email, date, key: [reference, key] },
          details: { ...about, as },
        });
      return { point, told: told.length };
    },
  };
}

/** In hours where the clock of the case, or the task that is chased, counts them. */
function wordOf(kind: CaseKind, audience: PointAudience, now: Instant, profile: Profile): Details {
  if (audience.title === null && inHours(kind)) return hourlyWord(audience, now, profile);
  const { title, dueAt } = audience;
  return title !== null && dueAt !== null
    ? taskInHours(taskNamed(title, audience, profile), dueAt, now)
    : saying(audience, londonDate(now), profile);
}

/** Everyone the point names, each once; a role's mailbox where nobody holds the role today. */
async function listeners(
  { staff }: EffectRegister,
  profile: Profile,
  audience: PointAudience,
): Promise<Told[]> {
  const told = new Map<string, Told>();
  for (const who of audience.tell) {
    const people = (await peopleOf(who)).filter(mayKnow(audience));
    const mailboxes = people.length > 0 ? people.map(({ email }) => email) : mailboxOf(who);
    for (const email of mailboxes) if (!told.has(email)) told.set(email, { email, as: capacity(who) });
  }
  return [...told.values()];

  async function peopleOf(who: string): Promise<Addressee[]> {
    if (who === 'assignee') return audience.assigneeId ? staff.reach(profile.id, audience.assigneeId) : [];
    if (who === 'doer') return audience.doerId ? staff.reach(profile.id, audience.doerId) : [];
    if (who === 'system-owner') return audience.system ? staff.owners(profile.id, audience.system) : [];
    return roles.includes(who as Role) ? staff.holders(profile.id, who as Role) : [];
  }

  /** A shared mailbox is read by people we do not know, so nothing of a restricted case goes there. */
  function mailboxOf(who: string): string[] {
    if (audience.mayKnow !== null || audience.shutOut.length > 0) return [];
    if (who === 'system-owner')
      return profile.systems.filter(({ id }) => id === audience.system).map((one) => one.ownerEmail);
    const ofSomebody = who === 'assignee' || who === 'doer';
    const mailbox = profile.escalation[who as Role] ?? (ofSomebody ? profile.governance.email : undefined);
    return mailbox ? [mailbox] : [];
  }
}

const capacities: Readonly<Record<string, string>> = {
  assignee: 'the person who handles this case',
  doer: 'the person whose task this is',
  'system-owner': 'the owner of the system',
  'governance-officer': 'governance officer',
  dpo: 'data protection officer',
  'accountable-manager': 'accountable manager',
};

const capacity = (who: string): string => capacities[who] ?? who.replace(/-/g, ' ');

function taskNamed(title: string, { system }: PointAudience, { systems }: Profile): string {
  const label = systems.find(({ id }) => id === system)?.label;
  return `The task “${title}”${label ? ` (${label})` : ''}`;
}

/** A task that is chased in hours: to the minute, and what to do now. */
const taskInHours = (what: string, dueAt: Instant, now: Instant): Details =>
  Date.parse(now) >= Date.parse(dueAt)
    ? {
        heading: 'is overdue',
        sentence: `${what} is overdue. It was due at ${momentText(dueAt)}. It must happen at once: do it, or see that somebody does.`,
      }
    : {
        heading: `is due at ${momentText(dueAt)}`,
        sentence: `${what} is due at ${momentText(dueAt)}, nights and weekends included.`,
      };

function saying(audience: PointAudience, today: IsoDate, profile: Profile): Details {
  const { nation } = profile;
  const { dueOn, title, timer, awaited, ifNotUpheldOn } = audience;
  const duty = timer === null ? 'The case' : `“${timerNamed(timer).title}”`;
  const what = title ? taskNamed(title, audience, profile) : duty;
  if (dueOn === null && ifNotUpheldOn !== null)
    return {
      heading: `is due on ${longDate(ifNotUpheldOn)} if our request is not upheld`,
      sentence: `${what} waits for an answer. If our request is not upheld, it is due on ${longDate(ifNotUpheldOn)}: work towards that date.`,
    };
  if (dueOn === null) return { heading: 'needs your attention', sentence: `${what} needs your attention.` };
  if (awaited) return awaiting(title ? `${what} waits for an answer, which` : 'An answer', dueOn, today);
  if (dueOn < today)
    return {
      heading: 'is overdue',
      sentence: `${what} is overdue. It was due on ${longDate(dueOn)}, ${late(dueOn, today, nation)} ago.`,
    };
  return dueOn === today
    ? { heading: 'is due today', sentence: `${what} is due today, ${longDate(dueOn)}.` }
    : {
        heading: `is due on ${longDate(dueOn)}`,
        sentence: `${what} is due on ${longDate(dueOn)}, in ${late(today, dueOn, nation)}.`,
      };
}

/** What somebody else owes us is not our lateness: whoever waits decides what to do about it. */
const awaiting = (what: string, dueOn: IsoDate, today: IsoDate): Details =>
  dueOn < today
    ? {
        heading: 'an answer has not come yet',
        sentence: `${what} was expected by ${longDate(dueOn)}. Ask for it again, or decide how to go on without it.`,
      }
    : {
        heading: `an answer is expected by ${longDate(dueOn)}`,
        sentence: `${what} is expected by ${longDate(dueOn)}.`,
      };

function late(from: IsoDate, to: IsoDate, nation: Profile['nation']): string {
  const days = workingDaysBetween(from, to, nation);
  return `${days} working ${days === 1 ? 'day' : 'days'}`;
}
