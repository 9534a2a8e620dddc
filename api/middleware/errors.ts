import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { RegisterErrorCode } from '../../register/errors';
import { RegisterError } from '../../register/errors';
import { can } from '../presentation/permissions';
import type { Themes } from '../presentation/theme';
import { HttpError, NotFound, NotSignedIn } from '../errors';

/** For addresses that no route answers. */
export const nothingHere: RequestHandler = () => {
  throw new NotFound();
};

/** One place that turns what was thrown into a page or, under /api/, into JSON. */
export function setUpErrors(log: Logger, themes: Themes): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const known = asHttpError(error);
    if (known.status >= 500) log.error({ id: req.id, error: summary(error) }, 'request failed');
    res.status(known.status);
    // What failed may have failed before the page knew whose it is.
    res.locals.organisation ??= themes.of(req.signedIn?.organisationId ?? null);
    res.locals.can ??= can([]);
    if (isForProgram(req)) {
      res.json({ error: { code: known.code, message: known.message, next: known.next, request: req.id } });
    } else if (known instanceof NotSignedIn && req.method === 'GET') {
      req.session.returnTo = req.originalUrl;
      res.redirect(303, '/sign-in');
    } else if (known instanceof NotSignedIn) {
      req.session.returnTo = formPage(req);
      res.render('errors/signed-out', { error: known });
    } else {
      res.render('errors/error', { error: known, requestId: req.id });
    }
  };
}

/** The JSON API, and scripts of our pages, which say that they take JSON. */
const isForProgram = (req: Request): boolean =>
  req.originalUrl.startsWith('/api/') || req.accepts(['html', 'json']) === 'json';

/** The page a form stood on, when it is one of ours; else where it was sent. */
function formPage(req: Request): string {
  const referrer = req.get('Referer') ?? '';
  const ours = URL.canParse(referrer) && new URL(referrer).host === req.get('Host');
  return ours ? new URL(referrer).pathname : req.originalUrl;
}

function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof RegisterError) return fromRegister(error);
  const status = (error as { status?: unknown }).status;
  if (status === 413)
    return new HttpError(413, 'too-large', 'What was sent is too large.', 'Nothing was recorded.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HttpError(status, 'bad-request', 'The request could not be read.', 'Nothing was recorded.');
  return new HttpError(
    500,
    'failed',
    'Something went wrong on our side.',
    'If you sent a form, look at the case before you send it again: it is safe to send the same form twice.',
  );
}

const statuses: Readonly<Record<RegisterErrorCode, number>> = {
  'not-found': 404,
  'id-used-before': 409,
  'wrong-state': 409,
  invalid: 422,
  'key-destroyed': 410,
  tampered: 500,
  'too-large': 500,
};

const fromRegister = (error: RegisterError): HttpError =>
  error.code === 'not-found'
    ? new NotFound()
    : new HttpError(statuses[error.code], error.code, error.message, 'Nothing was recorded.');

/** A failure for the log: its sort and where it arose, not its message, which may quote what was typed. */
function summary(error: unknown): { name: string; at: string | undefined } {
  if (!(error instanceof Error)) return { name: typeof error, at: undefined };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { name: error.name, at: frames.slice(0, 3).join(' <') };
}
