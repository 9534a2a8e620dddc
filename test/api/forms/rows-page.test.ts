import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { browser } from '../../support/browser';
import type { FormServer } from '../support/form-server';
import { FORM, formServer } from '../support/form-server';
import type { TestMember } from '../support/staff';
import { member, PASSWORD } from '../support/staff';
import { risks } from './risks';

let server: FormServer;
let officer: TestMember;

beforeAll(async () => {
  server = await formServer(risks);
  officer = await member(server.register, ['governance-officer']);
});
afterAll(() => server?.stop());

async function signIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.fill('#email', officer.email);
  await page.fill('#password', PASSWORD);
  await page.click('main button[type=submit]');
  return page;
}

const add = (page: Page) => page.getByRole('button', { name: 'Add another risk' });
const remove = (page: Page, number: number) => page.getByRole('button', { name: `Remove Risk ${number}` });
const send = (page: Page) => page.getByRole('button', { name: 'Save and continue' }).click();
const row = (page: Page, number: number) => page.getByRole('group', { name: `Risk ${number}`, exact: true });
const what = (page: Page, number: number) => row(page, number).getByLabel('What may happen?');
const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement.id || document.activeElement.textContent');

async function fillRow(page: Page, number: number, text: string): Promise<void> {
  await what(page, number).fill(text);
  await row(page, number).getByLabel('Remote').check();
}

const noBarrier = async (page: Page): Promise<string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

describe('without scripts', () => {
  let page: Page;
  beforeAll(async () => {
    page = await signIn(await (await browser()).newContext({ javaScriptEnabled: false }));
    await page.goto(`${server.url}${FORM}`);
  });
  afterAll(() => page.context().close());

  test('a row is added, and one in the middle removed, with nothing typed lost and nothing stored', async () => {
    await page.getByLabel('Yes').check();
    await fillRow(page, 1, 'Loss of a key');
    await row(page, 1).getByLabel('In which system?').selectOption('cctv');
    await row(page, 1).getByLabel('Day').fill('31');
    await add(page).click();
    expect(await page.locator('[autofocus]').getAttribute('id')).toBe('risks-1-what');
    await fillRow(page, 2, 'Wrong neighbour');
    await add(page).click();
    await fillRow(page, 3, 'Theft');
    expect(await add(page).count()).toBe(0);
    await remove(page, 2).click();

    expect(await what(page, 1).inputValue()).toBe('Loss of a key');
    expect(await row(page, 1).getByLabel('In which system?').inputValue()).toBe('cctv');
    expect(await row(page, 1).getByLabel('Day').inputValue()).toBe('31');
    expect(await what(page, 2).inputValue()).toBe('Theft');
    expect(await row(page, 2).getByLabel('Remote').isChecked()).toBe(true);
    expect(await row(page, 3).count()).toBe(0);
    expect(await page.getByLabel('Yes').isChecked()).toBe(true);
    expect(server.taken).toEqual([]);
  });

  test('a mistake in a row is said at its cell, and the summary leads there', async () => {
    await send(page);
    const link = page.getByRole('link', { name: /^Risk 1: enter a real date/ });
    const target = (await link.getAttribute('href')) ?? '';
    expect(await page.locator(target).inputValue()).toBe('31');
    expect(await what(page, 2).inputValue()).toBe('Theft');
  });

  test('Enter in an input sends the form, and removes no row', async () => {
    for (const [label, part] of Object.entries({ Day: '1', Month: '2', Year: '2027' }))
      await row(page, 1).getByLabel(label).fill(part);
    await row(page, 1).getByLabel('Year').press('Enter');
    await page.waitForURL(`${server.url}/`);
    expect(server.taken.pop()).toEqual({
      any: 'yes',
      risks: [
        { what: 'Loss of a key', likelihood: 'remote', system: 'cctv', by: '2027-02-01' },
        { what: 'Theft', likelihood: 'remote' },
      ],
    });
  });
});

describe('with scripts', () => {
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    page = await signIn(await (await browser()).newContext());
    page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
    page.on('pageerror', (error) => void problems.push(error.message));
    await page.goto(`${server.url}${FORM}`);
  });
  afterAll(() => page.context().close());

  test('rows come and go where they stand, numbered anew, with the focus where typing goes on', async () => {
    await page.getByLabel('Yes').check();
    await fillRow(page, 1, 'Loss of a key');
    expect(await remove(page, 1).count()).toBe(0);
    await add(page).click();
    expect(await focused(page)).toBe('risks-1-what');
    await fillRow(page, 2, 'Wrong neighbour');
    await add(page).click();
    await fillRow(page, 3, 'Theft');
    expect(await add(page).count()).toBe(0);
    await remove(page, 2).click();
    expect(await what(page, 2).inputValue()).toBe('Theft');
    expect(await focused(page)).toBe('Add another risk');
  });

  test('a cell is asked for only while the answer in its own row calls for it', async () => {
    const reason = (number: number) => row(page, number).getByLabel('Why is it likely?');
    await row(page, 2).getByLabel('More likely than not').check();
    expect(await reason(2).isVisible()).toBe(true);
    expect(await reason(1).isVisible()).toBe(false);
    await reason(2).fill('Doors stand open');
  });

  test('the page has no barrier', async () => {
    expect(await noBarrier(page)).toEqual([]);
  });

  test('all rows are there again after the session ended', async () => {
    await page.goto(`${server.url}${FORM}`);
    expect(await what(page, 1).inputValue()).toBe('Loss of a key');
    expect(await what(page, 2).inputValue()).toBe('Theft');
    expect(await row(page, 2).getByLabel('Why is it likely?').inputValue()).toBe('Doors stand open');
    expect(await row(page, 3).count()).toBe(0);
  });

  test('what is sent is what the page shows', async () => {
    await send(page);
    await page.waitForURL(`${server.url}/`);
    expect(server.taken.pop()).toMatchObject({
      risks: [{ what: 'Loss of a key' }, { what: 'Theft', likelihood: 'likely', reason: 'Doors stand open' }],
    });
    expect(problems).toEqual([]);
  });

  test('a page with mistakes in its rows has no barrier', async () => {
    await page.goto(`${server.url}${FORM}`);
    await page.getByLabel('Yes').check();
    await what(page, 1).fill('Theft');
    await send(page);
    await page.waitForSelector('.govuk-error-summary');
    expect(await noBarrier(page)).toEqual([]);
  });
});
