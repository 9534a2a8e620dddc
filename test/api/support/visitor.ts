/** Somebody with a browser that keeps cookies and follows nothing by itself. */
export interface Visitor {
  get(path: string): Promise<Page>;
  /** Sends a form as a browser would, with the session's token. */
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Page>;
  /** Sends files as a browser would without scripts: the token is not looked at there, the origin is. */
  upload(path: string, form: FormData, origin?: string): Promise<Page>;
  /** Sends what a script of our pages would: JSON or a piece of a file, with the session's token. */
  script(method: string, path: string, body: unknown): Promise<ScriptAnswer>;
  /** Fetches something that is not a page. */
  fetch(path: string, headers?: Record<string, string>): Promise<Response>;
  signIn(email: string, password: string): Promise<Page>;
}

export interface ScriptAnswer {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Page {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  readonly headers: Headers;
  /** The hidden field of that name. */
  hidden(name: string): string;
}

export function visitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  let csrf = '';

  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  const send = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const response = await fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: {
        Cookie: cookie(),
        ...init.headers,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const html = await response.text();
    csrf = hiddenField(html, '_csrf') ?? csrf;
    return {
      status: response.status,
      location: response.headers.get('Location'),
      html,
      headers: response.headers,
      hidden: (name) => {
        const value = hiddenField(html, name);
        if (value === null) throw new Error(`No hidden field ${name}.`);
        return value;
      },
    };
  };

  const post = (path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Page> => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ _csrf: csrf, ...fields }))
      for (const one of [value].flat()) body.append(name, one);
    return send(path, { method: 'POST', body, headers });
  };

  const script = async (method: string, path: string, body: unknown): Promise<ScriptAnswer> => {
    const isPiece = Buffer.isBuffer(body);
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        Cookie: cookie(),
        Accept: 'application/json',
        'X-CSRF-Token': csrf,
        'Content-Type': isPiece ? 'application/octet-stream' : 'application/json',
      },
      body: isPiece ? new Uint8Array(body) : JSON.stringify(body),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };

  return {
    get: (path) => send(path),
    post,
    upload: (path, form, origin = url) =>
      send(path, { method: 'POST', body: form, headers: { Origin: origin } }),
    script,
    fetch: (path, headers = {}) =>
      fetch(`${url}${path}`, { redirect: 'manual', headers: { Cookie: cookie(), ...headers } }),
    signIn: async (email, password) => {
      await send('/sign-in');
      return post('/sign-in', { email, password });
    },
  };
}

const hiddenField = (html: string, name: string): string | null =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? null;
