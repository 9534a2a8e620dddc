import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../../dev/tools/chromium';

let launched: Promise<Browser> | undefined;

/**
 * The real, headless Chromium of this test file, started on first use and closed after its last
 * test. Give each test a context of its own: `(await browser()).newContext()`.
 */
export function browser(): Promise<Browser> {
  launched ??= chromiumLaunchOptions().then((options) => chromium.launch(options));
  return launched;
}

afterAll(async () => {
  await (await launched)?.close();
});
