import type { BrowserContext, Page } from 'playwright-core';
import { browser } from '../../support/browser';
import type { TestServer } from './server';
import { PASSWORD } from './staff';

export interface SignedInPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page said in the console that it should not have, as it comes. */
  readonly problems: readonly string[];
}

/** A browser window in which somebody has signed in. */
export async function signedInPage({ url }: TestServer, email: string): Promise<SignedInPage> {
  const problems: string[] = [];
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  page.on('pageerror', (error) => void problems.push(error.message));
  await page.goto(`${url}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.click('main button[type=submit]');
  return { context, page, problems };
}
