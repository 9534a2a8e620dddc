/** How an item may be looked at without leaving the page. */
export type Preview = 'image' | 'pdf' | 'text' | 'email' | 'page' | 'video' | 'audio';

/** Media types a browser shows by itself and that can run nothing. SVG is not among them: it can carry scripts. */
const previews: Readonly<Record<string, Preview>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'application/pdf': 'pdf',
  'text/plain': 'text',
  'text/csv': 'text',
  'application/json': 'text',
  'message/rfc822': 'email',
  'application/vnd.ms-outlook': 'email',
  'text/html': 'page',
  'video/mp4': 'video',
  'video/webm': 'video',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/wav': 'audio',
  'audio/ogg': 'audio',
};

/** How this media type is previewed, or null where it can only be downloaded. */
export function previewOf(mediaType: string): Preview | null {
  return previews[mediaType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? null;
}

/** Nothing in an item may run, load or reach out; a PDF needs the browser's own viewer, which `sandbox` refuses. */
const SANDBOX =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
const NO_SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; frame-ancestors 'self'";

/** Headers under which an item's bytes are shown inside one of our pages. */
export function inlineHeaders(mediaType: string): Record<string, string> {
  const preview = previewOf(mediaType);
  return {
    ...always,
    'content-type': preview === 'text' || preview === 'email' ? 'text/plain; charset=utf-8' : mediaType,
    'content-disposition': 'inline',
    'content-security-policy': preview === 'page' ? SANDBOX : NO_SANDBOX,
    'x-frame-options': 'SAMEORIGIN',
  };
}

/** Headers under which an item is saved to disk, under a name of the caller's choosing. */
export function downloadHeaders(fileName: string): Record<string, string> {
  return {
    ...always,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'content-security-policy': SANDBOX,
  };
}

const always = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
} as const;
