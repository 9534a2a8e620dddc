import type { Enclosed } from './data';

const START = '<main>';
const END = '</main>';

/** A finished letter as it stands inside another: without its head, greeting and signature (templates/layout/letter.hbs). */
export function asEnclosed(reference: string, { subject, html }: Pick<Enclosed, 'subject' | 'html'>): Enclosed {
  return { reference, subject, html: html.slice(html.indexOf(START) + START.length, html.indexOf(END)) };
}
