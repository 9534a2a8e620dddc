import type { Enclosed } from './data';

const START = '<main>';
const END = '</main>';

/** A finished letter as it stands inside another: without its head, greeting and signature (templates/layout/letter.hbs). */
export function asEnclosed({ reference, contents: { subject, html } }: Finished): Enclosed {
  return { reference, subject, html: html.slice(html.indexOf(START) + START.length, html.indexOf(END)) };
}

interface Finished {
  readonly reference: string;
  readonly contents: { readonly subject: string; readonly html: string };
}
