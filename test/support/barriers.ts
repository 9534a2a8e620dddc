import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>;

/**
 * What stands in the way of somebody who uses the page otherwise than by sight and mouse, a line each; and what the
 * check could not decide.
 */
export async function barriersOn(
  page: Page,
  ...leftOut: readonly string[]
): Promise<{ readonly barriers: string[]; readonly undecided: Found['incomplete'] }> {
  // In the page itself, which has no frame of another origin: a second page to gather the findings doubles the time.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations', 'incomplete'] })
    .withTags(RULES);
  const { violations, incomplete } = await leftOut
    .reduce((one, part) => one.exclude(part), builder)
    .analyze();
  const barriers = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  return { barriers, undecided: incomplete };
}

/** By how many pixels the page is wider than its window; nought or less where nobody must scroll sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
