import { addHours, compareInstants, endOfDay, hoursBetween, inLondon, inUtc } from '../calendar';
import { nothing, type Finding } from './finding';
import { dateOfEffect } from './order';
import { endOfPeriod, periodText } from './period';
import { policyPeriod } from './policy';
import type { Reading } from './reading';
import { ImpossibleHistory } from './refusal';
import { moveHours, origin, sum } from './steps';
import type { ClockEvent, ExplanationStep, Instant, Period } from './types';
import { capitalised, when } from './words';

/** A deadline in elapsed hours: no roll, no pause, clock changes make no difference (UK GDPR Art 33). */
export function hourly(reading: Reading, event: ClockEvent): Finding {
  const { law } = reading;
  if (event.at.length === 10) {
    const message = `Hours are counted from a moment: give "${event.type}" a time with its offset, such as ${event.at}T10:15:00+00:00.`;
    throw new ImpossibleHistory('time-needed', message, event);
  }
  const text = `${law.start.text} at ${when(event.at)}.`;
  const steps = [origin(event.at, { code: event.type, text, article: law.start.article })];
  const statutory = law.length && addHours(event.at, law.length.count);
  if (law.length && statutory) {
    const text = `${capitalised(periodText(law.length))} from that moment, weekends and holidays included, end at ${when(statutory)}.`;
    steps.push(moveHours(event.at, law.length.count, { code: 'length', text, article: law.article }));
  }
  if (!statutory && law.wording) {
    steps.push({ code: 'no-number', text: `${capitalised(law.wording)}.`, article: law.article });
  }
  const period = policyPeriod(reading);
  const policy = period && policyInstant(reading, event.at, period);
  if (policy) steps.push(policyStep(policy, statutory, event.at, period));
  const due = sum(steps) as Instant;
  return {
    ...nothing,
    due,
    dueInstant: inUtc(due),
    statutoryDue: statutory && inLondon(statutory),
    policyDue: policy && inLondon(policy),
    relevantDate: inLondon(event.at),
    steps,
    warnings: steps.filter(({ code }) => code === 'policy-capped'),
  };
}

function policyInstant({ input, holidays }: Reading, from: Instant, period: Period): Instant {
  if (period.unit === 'hours') return addHours(from, period.count);
  const day = dateOfEffect({ type: 'aware', at: from });
  return endOfDay(endOfPeriod(day, period, input.nation, holidays));
}

function policyStep(
  policy: Instant,
  statutory: Instant | null,
  from: Instant,
  period: Period,
): ExplanationStep {
  const own = `The organisation’s own period (${periodText(period)}) ends at ${when(policy)}`;
  if (statutory && compareInstants(policy, statutory) > 0) {
    const text = `${own}: the law does not allow that, so the law’s time applies.`;
    return { code: 'policy-capped', text };
  }
  const because = statutory
    ? 'it is not later than the law’s time, so it applies'
    : 'the law gives no number';
  const base = statutory ?? from;
  const hours = hoursBetween(base, policy);
  return moveHours(base, hours, { code: 'policy', text: `${own}: ${because}.` });
}
