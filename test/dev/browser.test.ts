import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { browser } from '../support/browser';

describe('the test browser', () => {
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'nonce-right'");
      response.end(`<h1>Worklist</h1>
        <script nonce="wrong">document.querySelector('h1').textContent = 'Overwritten'</script>
        <script nonce="right">document.body.append('40 open cases')</script>`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('opens a real page, runs its scripts and keeps its content security policy', async () => {
    const page = await (await browser()).newPage();
    await page.goto(address);

    expect(await page.textContent('h1')).toBe('Worklist');
    expect(await page.textContent('body')).toContain('40 open cases');
  });

  it('prints a page to a tagged PDF', async () => {
    const page = await (await browser()).newPage();
    await page.setContent('<html lang="en"><title>Letter</title><h1>Our reply</h1>');

    const pdf = await page.pdf({ tagged: true });

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  });

  it('keeps what one context stores from another', async () => {
    const [one, other] = [await (await browser()).newContext(), await (await browser()).newContext()];
    await one.addCookies([{ name: 'session', value: 'mine', url: address }]);

    expect(await one.cookies()).toHaveLength(1);
    expect(await other.cookies()).toHaveLength(0);
    await Promise.all([one.close(), other.close()]);
  });
});
