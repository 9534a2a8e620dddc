/**
 * What a request may be refused with. The page and the JSON API both answer from these: what happened,
 * whether anything was recorded, what to do next.
 */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    /** Stable, for programs. */
    readonly code: string,
    message: string,
    readonly next?: string,
  ) {
    super(message);
  }
}

/** Nothing there, or nothing that this person may know of: the two look alike. */
export class NotFound extends HttpError {
  constructor(message = 'There is nothing here, or you may not see it.') {
    super(404, 'not-found', message, 'Check the address, or go back to your work list.');
  }
}

export class Forbidden extends HttpError {
  constructor(message: string, code = 'forbidden') {
    super(
      403,
      code,
      message,
      'Nothing was recorded. Ask a colleague whose role allows it, or your administrator.',
    );
  }
}

export class NotSignedIn extends HttpError {
  constructor() {
    super(401, 'not-signed-in', 'You are not signed in.', 'Sign in and try again. Nothing was recorded.');
  }
}

export class BadRequest extends HttpError {
  constructor(message: string, code = 'bad-request') {
    super(400, code, message, 'Nothing was recorded. Go back and try again.');
  }
}

/** The state of the case does not allow it now. */
export class Conflict extends HttpError {
  constructor(message: string, code = 'conflict') {
    super(409, code, message, 'Nothing was recorded. Look at the case as it is now.');
  }
}

export class TooManyRequests extends HttpError {
  constructor(readonly retryAfterSeconds: number) {
    super(
      429,
      'too-many-requests',
      'There were too many attempts.',
      `Wait ${Math.ceil(retryAfterSeconds / 60)} minutes and try again. Nothing was recorded.`,
    );
  }
}
