/** How wide bpmn-js lets the names outside shapes run, in pixels, and how high it sets their lines. */
const WIDEST = 90;
const LINE = 14;

/** The room a name takes beside its shape, in even pixels; none where there is no name. */
export function textSize(name: string): { readonly width: number; readonly height: number } {
  if (name === '') return { width: 0, height: 0 };
  const lines = wrap(name);
  const width = Math.max(...lines.map(widthOf));
  return { width: 2 * Math.ceil(width / 2), height: lines.length * LINE };
}

function wrap(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer) <= WIDEST) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Estimated for the widest typeface a machine without Arial may use: bpmn-js breaks a name that has no room. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 4);

function letterWidth(letter: string): number {
  if (/[ijltfrI.,:;'’| ()-]/.test(letter)) return 4.4;
  if (/[mwMW@]/.test(letter)) return 11;
  return /[A-Z]/.test(letter) ? 8.6 : 7.1;
}
