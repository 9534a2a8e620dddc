import { join } from 'node:path';
import type { Express, RequestHandler } from 'express';
import nunjucks from 'nunjucks';
import { can } from '../presentation/permissions';
import { dateTime, longDate, shortDate, shortDateTime } from '../presentation/dates';
import { projectRoot } from '../root';
import type { Themes } from '../presentation/theme';

/** Nunjucks with GOV.UK's and MOJ's macros, our filters, and what every page needs to know. */
export function setUpViews(app: Express, assetPath: string): void {
  const root = projectRoot();
  const environment = nunjucks.configure(
    [
      join(root, 'api/views'),
      join(root, 'node_modules/govuk-frontend/dist'),
      join(root, 'node_modules/@ministryofjustice/frontend'),
    ],
    { autoescape: true, throwOnUndefined: false, express: app },
  );
  environment.addGlobal('assets', assetPath);
  environment.addFilter('longDate', longDate);
  environment.addFilter('shortDate', shortDate);
  environment.addFilter('shortDateTime', shortDateTime);
  environment.addFilter('dateTime', dateTime);
  app.set('view engine', 'njk');
}

/** Who is signed in, their organisation's name and colours, and what to say once. */
export function setUpPageContext(themes: Themes): RequestHandler {
  return (req, res, next) => {
    const { signedIn } = req;
    res.locals.signedIn = signedIn;
    res.locals.themes = themes;
    res.locals.organisation = themes.of(signedIn?.organisationId ?? null);
    res.locals.can = can(signedIn?.roles ?? []);
    res.locals.path = req.path;
    res.locals.banner = takeBanner(req);
    next();
  };
}

function takeBanner(req: Parameters<RequestHandler>[0]): string | undefined {
  if (req.method !== 'GET') return undefined;
  const { banner } = req.session;
  if (banner !== undefined) delete req.session.banner;
  return banner;
}
