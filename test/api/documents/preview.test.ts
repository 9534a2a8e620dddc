import { downloadHeaders, inlineHeaders, previewOf } from '../../../api/documents/preview';

describe('what may be looked at on the page', () => {
  it.each([
    'image/svg+xml',
    'application/xhtml+xml',
    'text/xml',
    'application/javascript',
    'application/zip',
  ])('%s is only downloaded, because it can run something or a browser cannot show it', (mediaType) =>
    expect(previewOf(mediaType)).toBeNull(),
  );

  it('shows a web page found in a search, in a sandbox where nothing runs or loads', () => {
    expect(previewOf('text/html; charset=utf-8')).toBe('page');
    const policy = inlineHeaders('text/html')['content-security-policy'];
    expect(policy).toMatch(/^sandbox;/);
    expect(policy).not.toContain('allow-scripts');
    expect(policy).toContain("default-src 'none'");
  });

  it.each(['text/csv', 'message/rfc822', 'application/json'])('shows %s as plain text', (mediaType) =>
    expect(inlineHeaders(mediaType)['content-type']).toBe('text/plain; charset=utf-8'),
  );

  it('never lets a browser guess another type, nor keep a copy', () => {
    for (const headers of [inlineHeaders('image/png'), downloadHeaders('a.png')]) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('private, no-store');
    }
  });

  it('downloads as a file whatever its name holds', () =>
    expect(downloadHeaders('a"\r\nset-cookie: x.html')['content-disposition']).toBe(
      "attachment; filename*=UTF-8''a%22%0D%0Aset-cookie%3A%20x.html",
    ));
});
