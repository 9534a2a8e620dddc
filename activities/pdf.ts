import type { Browser, LaunchOptions } from 'playwright-core';
import { browserOptions } from './browser';

export interface Printer {
  /** A whole HTML page as tagged PDF (A4 unless the page says otherwise). Its scripts do not run and it loads nothing. */
  print(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Only what stands in the page itself. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">`;

/** One browser for all, started when first needed and again if it died; each page in a context of its own. */
export function createPrinter(options: () => Promise<LaunchOptions> = browserOptions): Printer {
  let running: Promise<Browser> | null = null;

  const browser = async (): Promise<Browser> => {
    const known = await running?.catch(() => null);
    if (known?.isConnected()) return known;
    running = launched(options);
    return running;
  };

  return {
    async print(html) {
      const context = await (await browser()).newContext({ javaScriptEnabled: false, offline: true });
      try {
        const page = await context.newPage();
        await page.route('**/*', (route) => route.abort());
        await page.setContent(withPolicy(html), { waitUntil: 'load' });
        return await page.pdf({
          format: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          tagged: true,
          outline: true,
        });
      } finally {
        await context.close();
      }
    },
    async close() {
      const known = await running?.catch(() => null);
      running = null;
      await known?.close();
    },
  };
}

/** Its code is read only now: a worker that prints nothing starts without it. */
async function launched(options: () => Promise<LaunchOptions>): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch(await options());
}

/** After the doctype, before anything of the page's own. */
function withPolicy(html: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '<!doctype html>';
  return `${doctype}${policy}${html.replace(/^\s*<!doctype[^>]*>/i, '')}`;
}
