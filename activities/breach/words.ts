import type { PointAudience } from '../../register/cases';
import type { Profile } from '../../domain/organisation/profile';
import type { Instant } from '../../domain/clock/types';
import { timerNamed } from '../../domain/clock';
import { momentText } from '../../domain/clock/by-when';
import type { Details } from '../../templates/data';

/** Word about a clock of hours: the moment itself, and whom to call outside office hours. Nobody's name, nothing of the data. */
export function hourlyWord(
  { dueAt, point, timer }: PointAudience,
  now: Instant,
  { breaches }: Profile,
): Details {
  const { name, telephone } = breaches.outOfHours;
  const call = `Outside office hours call ${name}, ${telephone}.`;
  if (point === 'reported')
    return {
      heading: 'a personal data breach was reported',
      sentence: ['A personal data breach was reported.', byWhen(dueAt, now), call].filter(Boolean).join(' '),
    };
  if (point === 'taken-up-again')
    return {
      heading: 'a personal data breach is triaged again',
      sentence: `Something new has come to light in a personal data breach, or its case was reopened: it is triaged again. ${call}`,
    };
  if (dueAt === null)
    return { heading: 'needs your attention', sentence: `The case needs your attention. ${call}` };
  const late = Date.parse(now) >= Date.parse(dueAt);
  return {
    heading: late ? 'is overdue' : 'report without undue delay',
    sentence: [timer ? `${timerNamed(timer).title}.` : '', byWhen(dueAt, now), call]
      .filter(Boolean)
      .join(' '),
  };
}

function byWhen(dueAt: Instant | null, now: Instant): string {
  if (dueAt === null) return '';
  return Date.parse(now) >= Date.parse(dueAt)
    ? `It was due at ${momentText(dueAt)}. Do it now, and record the reasons for the delay.`
    : `Report without undue delay, at the latest ${momentText(dueAt)}.`;
}
