import type { Locator, Page } from 'playwright-core';
import { until } from '../../../dev/wait';
import { barriersOn, overflowOf } from '../../support/barriers';

/** Text for a box, a code for a choice, several for boxes to tick, `true` for a confirmation, a day for a date. */
export type Answer = string | readonly string[] | true | { readonly day: string };
export type Answers = Readonly<Record<string, Answer>>;

/** A file as it is chosen in a browser. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const PATIENCE = { within: 30_000 };

/** Pages of the same title, headings and errors are checked once: they are the same page of another case. */
const looked = new Set<string>();

/** One member of staff at a browser. Every page that they come to is checked for barriers. */
export class Desk {
  private constructor(readonly page: Page) {}

  static async signIn(
    page: Page,
    { email, password }: { email: string; password: string },
    problems: string[],
  ): Promise<Desk> {
    listen(page, problems);
    const desk = new Desk(page);
    await desk.open('/sign-in');
    await page.fill('#email', email);
    await page.fill('#password', password);
    await desk.press('Sign in');
    expect([email, new URL(page.url()).pathname]).not.toEqual([email, '/sign-in']);
    return desk;
  }

  /** Somebody from outside, at a page that needs no account. */
  static anybody(page: Page, problems: string[]): Desk {
    listen(page, problems);
    return new Desk(page);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.look();
  }

  /** Follows a link of the page, whether it looks like a link or like a button. */
  async follow(text: string | RegExp): Promise<void> {
    await this.page.getByRole('main').locator('a').filter({ hasText: text }).first().click();
    await this.look();
  }

  /** Presses a button that leads to a page. */
  async press(button: string): Promise<void> {
    const arrived = this.page.waitForEvent('load');
    await this.page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
    await arrived;
    await this.look();
  }

  /** Answers questions of the form on the page, in their order. */
  async answer(answers: Answers): Promise<void> {
    for (const folded of await this.page.locator('details[data-folded]:not([open]) summary').all())
      await folded.click();
    for (const [name, answer] of Object.entries(answers)) await answerOne(this.page, name, answer);
  }

  /** Opens a task of a case from “What to do next”, once the process has come to it. */
  async take(reference: string, task: string): Promise<void> {
    const link = this.page.locator('.app-next').getByRole('link', { name: task });
    await until(
      `“${task}” to wait for this person on ${reference}`,
      async () => {
        await this.page.goto(`/cases/${reference}`);
        return (await link.count()) > 0;
      },
      PATIENCE,
    );
    await this.look();
    await link.first().click();
    await this.look();
  }

  /** Takes a task, answers its questions and sends them; the case then says that it is done. */
  async finish(
    reference: string,
    task: string,
    answers: Answers,
    button = 'Save and continue',
  ): Promise<void> {
    await this.take(reference, task);
    await this.answer(answers);
    await this.press(button);
    expect(await this.told()).toMatch(/^Done: /);
  }

  /** How many tasks of this name for this case are on the work list. */
  tasks(reference: string, task: string): Promise<number> {
    return this.taskRows(reference, task).count();
  }

  /** Opens a task from the work list, once the process has come to it: as data holders do, who see no case. */
  async openTask(reference: string, task: string): Promise<void> {
    await until(
      `“${task}” of ${reference} to be on the work list`,
      async () => {
        await this.page.goto('/');
        return (await this.tasks(reference, task)) > 0;
      },
      PATIENCE,
    );
    await this.look();
    await this.taskRows(reference, task).first().getByRole('link').first().click();
    await this.look();
  }

  /** Records that the controller we act for approves what was decided, on a day. */
  approvedByController(
    reference: string,
    on: Answer,
    task = 'Obtain the controller’s approval',
  ): Promise<void> {
    return this.finish(reference, task, {
      ...{ instruction: 'approved', on, by: 'The information team, by e-mail.' },
    });
  }

  /** Waits until a page says something. */
  async seen(path: string, text: string): Promise<void> {
    await until(
      `${path} to say “${text}”`,
      async () => {
        await this.page.goto(path);
        return (await this.text()).includes(text);
      },
      PATIENCE,
    );
    await this.look();
  }

  /** Chooses files for an upload. */
  async choose(name: string, files: readonly ChosenFile[]): Promise<void> {
    await this.page.setInputFiles(`input[type=file][name="${name}"]`, [...files]);
  }

  /** Presses the preview's button, and waits until the letter in the frame says this. */
  async preview(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Preview the letter' }).click();
    await until(`the preview to say “${text}”`, async () => (await this.letter()).includes(text), PATIENCE);
  }

  /** The banner of success. */
  async told(): Promise<string> {
    const banner = this.page.locator('.govuk-notification-banner__content');
    return (await banner.count()) > 0 ? (await banner.innerText()).trim() : `nothing; ${await this.errors()}`;
  }

  /** What the error summary says, line by line. */
  async errors(): Promise<string> {
    const summary = this.page.locator('.govuk-error-summary__body');
    return (await summary.count()) > 0 ? (await summary.innerText()).trim() : 'no error';
  }

  text(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }

  /** The letter in the frame of the page. */
  async letter(): Promise<string> {
    return this.page.frameLocator('iframe.app-letter').locator('body').innerText();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  private taskRows(reference: string, task: string): Locator {
    return this.page.locator('tr').filter({ hasText: reference }).filter({ hasText: task });
  }

  /** No barrier, and nothing wider than the page, on a telephone too. What is in frames are letters, which are checked as PDF. */
  private async look(): Promise<void> {
    const { page } = this;
    const shown = `${await page.title()} ${await this.errors()} ${await page.locator('main h2').allInnerTexts()}`;
    if (looked.has(shown)) return;
    looked.add(shown);
    const { barriers } = await barriersOn(page, 'iframe', '.djs-container');
    expect([new URL(page.url()).pathname, barriers]).toEqual([new URL(page.url()).pathname, []]);
    expect([new URL(page.url()).pathname, await this.tooWide()]).toEqual([new URL(page.url()).pathname, []]);
  }

  /** The widths of window, desk and telephone, of which the page asks to be scrolled sideways. */
  private async tooWide(): Promise<number[]> {
    const { page } = this;
    const desk = page.viewportSize() ?? { width: 1280, height: 720 };
    const wide: number[] = [];
    for (const width of [320, desk.width]) {
      await page.setViewportSize({ ...desk, width });
      if ((await overflowOf(page)) > 0) wide.push(width);
    }
    return wide;
  }
}

async function answerOne(page: Page, name: string, answer: Answer): Promise<void> {
  if (typeof answer === 'object' && 'day' in answer) return answerDate(page, name, answer.day);
  const control = page.locator(`[name="${name}"]`);
  const type = await control.first().evaluate((element) => (element as { type?: string }).type ?? '');
  if (type === 'radio' || type === 'checkbox')
    return tick(page, name, answer === true ? ['yes'] : [answer].flat());
  if (type === 'select-one') await control.selectOption(String(answer));
  else await control.fill(String(answer));
}

/** What is ticked to begin with and is not among the answers is cleared. */
async function tick(page: Page, name: string, values: readonly string[]): Promise<void> {
  const ticked = page.locator(`input[type="checkbox"][name="${name}"]:checked`);
  const before = await ticked.evaluateAll<string[], { value: string }>((all) =>
    all.map(({ value }) => value),
  );
  for (const value of before) if (!values.includes(value)) await box(page, name, value).uncheck();
  for (const value of values) await box(page, name, value).check();
}

const box = (page: Page, name: string, value: string): Locator =>
  page.locator(`input[name="${name}"][value="${value}"]`);

async function answerDate(page: Page, name: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.fill(`[name="${name}-${part}"]`, value);
}

/** A page that was refused for its mistakes is no fault of the page. */
function listen(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => void problems.push(error.message));
  page.on('console', (message) => {
    const expected = /status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !expected) problems.push(message.text());
  });
}
