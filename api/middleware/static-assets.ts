import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { projectRoot } from '../root';

const SYSTEM_FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

export interface Assets {
  /** Where the files are: it changes with their content, so that browsers may keep them for ever. */
  readonly path: string;
  readonly router: Router;
}

/** Style sheets, scripts and images: ours, GOV.UK's, MOJ's and the diagram viewer's. */
export function setUpStaticAssets(): Assets {
  const root = projectRoot();
  const govuk = join(root, 'node_modules/govuk-frontend/dist/govuk');
  const moj = join(root, 'node_modules/@ministryofjustice/frontend/moj');
  const own = join(root, 'api/assets');
  const css = frontendCss(join(govuk, 'govuk-frontend.min.css'), join(moj, 'moj-frontend.min.css'));
  const path = `/assets/${versionOf(own, css)}`;

  const files = Router();
  files.get('/frontend.css', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').send(css);
  });
  const cached = { immutable: true, maxAge: '1y', index: false } as const;
  files.use('/govuk', express.static(govuk, cached));
  files.use('/moj', express.static(moj, cached));
  files.use('/bpmn', express.static(join(root, 'node_modules/bpmn-js/dist'), cached));
  files.use(express.static(own, cached));

  const router = Router();
  router.use(path, files);
  return { path, router };
}

/** The typeface of GOV.UK is not ours to use, so its face and its name are taken out. */
function frontendCss(...files: string[]): string {
  return files
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replace(/@font-face\{[^}]*GDS Transport[^}]*\}/g, '')
    .replace(/GDS Transport,arial,sans-serif/g, SYSTEM_FONTS)
    .replace(/url\(\/assets\/images\//g, 'url(moj/assets/images/')
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '');
}

function versionOf(folder: string, css: string): string {
  const hash = createHash('sha256').update(css);
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}
