import { compareInstants, londonDate } from '../calendar';
import type { ClockEvent, IsoDate } from './types';
import { longDate } from './words';

/** The civil date in Europe/London on which an event took effect. */
export function dateOfEffect(event: ClockEvent): IsoDate {
  return londonDate(event.at);
}

/** That date in words. */
export function dated(event: ClockEvent): string {
  return longDate(dateOfEffect(event));
}

/** By time where both events have one, else by day; nought where neither is known to be earlier. */
export function inTime(one: ClockEvent, other: ClockEvent): number {
  return timed(one) && timed(other)
    ? compareInstants(one.at, other.at)
    : compareText(dateOfEffect(one), dateOfEffect(other));
}

/** A total order, so that nothing depends on the order of recording: by day, by time, then by type and key. */
export function byEffect(one: ClockEvent, other: ClockEvent): number {
  return (
    compareText(dateOfEffect(one), dateOfEffect(other)) ||
    Number(timed(other)) - Number(timed(one)) ||
    inTime(one, other) ||
    compareText(`${one.type} ${one.at} ${one.key}`, `${other.type} ${other.at} ${other.key}`)
  );
}

function timed(event: ClockEvent): boolean {
  return event.at.length > 10;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
