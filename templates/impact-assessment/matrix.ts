import Handlebars from 'handlebars';
import { levelOf, likelihoods, ratings, severities, type RatedRisk } from '../../domain/cases/impact-assessment/risk';

/** A risk on the matrix, by its number in the table beside it. */
export type Placed = RatedRisk & { readonly number: number };

const CELL = 74;
const LEFT = 118;
const TOP = 12;

/** Each pair of ground and text reaches 4.5:1; the letter says the level without the colour. */
const looks = {
  low: { fill: '#cce2d8', letter: 'L' },
  medium: { fill: '#fff7bf', letter: 'M' },
  high: { fill: '#f4cdc6', letter: 'H' },
} as const;

const escape = (text: string): string => Handlebars.escapeExpression(text);
const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="13" fill="#0b0c0c" ${more}>${escape(words)}</text>`;

/**
 * The five-by-five matrix as a picture, with each risk's number in its place. It needs no style sheet, and says in
 * its description what it shows; the table of risks says the same.
 *
 * @param id unique on the page: it ties the picture to its title and description
 */
export function riskMatrix(risks: readonly Placed[], { id, title }: { readonly id: string; readonly title: string }): string {
  const size = { width: LEFT + 5 * CELL + 8, height: TOP + 5 * CELL + 56 };
  const cells = ratings.flatMap((severity) => ratings.map((likelihood) => cell({ likelihood, severity }, risks)));
  const rows = ratings.map((severity) =>
    text(LEFT - 10, middle(severity) + 4, `${severity} ${severities[severity]}`, 'text-anchor="end"'),
  );
  const columns = ratings.map((likelihood) =>
    text(LEFT + (likelihood - 0.5) * CELL, TOP + 5 * CELL + 18, `${likelihood} ${short(likelihoods[likelihood])}`, 'text-anchor="middle"'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="${id}-title ${id}-description" font-family="Helvetica Neue, Arial, sans-serif">`,
    `<title id="${id}-title">${escape(title)}</title>`,
    `<desc id="${id}-description">${escape(described(risks))}</desc>`,
    ...cells,
    ...rows,
    ...columns,
    text(LEFT + 2.5 * CELL, TOP + 5 * CELL + 42, 'How likely', 'text-anchor="middle" font-weight="bold"'),
    text(8, TOP + 14, 'How severe', 'font-weight="bold"'),
    '</svg>',
  ].join('\n');
}

const middle = (severity: number): number => TOP + (5.5 - severity) * CELL;
const short = (words: string): string => (words === 'Almost certain' ? 'Certain' : words);

function cell(at: RatedRisk, risks: readonly Placed[]): string {
  const { fill, letter } = looks[levelOf(at)];
  const [x, y] = [LEFT + (at.likelihood - 1) * CELL, TOP + (5 - at.severity) * CELL];
  const here = risks.filter(({ likelihood, severity }) => likelihood === at.likelihood && severity === at.severity);
  const numbers = here.map(({ number }) => number).join(', ');
  return [
    `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="${fill}" stroke="#505a5f" />`,
    text(x + 6, y + 17, letter),
    ...(numbers ? [text(x + CELL / 2, y + CELL / 2 + 8, numbers, 'text-anchor="middle" font-weight="bold"')] : []),
  ].join('');
}

function described(risks: readonly Placed[]): string {
  if (risks.length === 0) return 'No risk is rated yet.';
  return risks
    .map((risk) => `Risk ${risk.number}: likelihood ${risk.likelihood}, severity ${risk.severity}, ${levelOf(risk)}.`)
    .join(' ');
}
