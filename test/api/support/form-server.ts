import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Connection } from '@temporalio/client';
import type { RequestHandler } from 'express';
import express from 'express';
import { pino } from 'pino';
import { createApp } from '../../../api/app';
import { answersOrPage, showForm } from '../../../api/forms/form-page';
import { setUpAuthentication } from '../../../api/middleware/authentication';
import { setUpCsrf } from '../../../api/middleware/csrf';
import { setUpSecurityHeaders } from '../../../api/middleware/security-headers';
import { setUpSessions } from '../../../api/middleware/sessions';
import { setUpStaticAssets } from '../../../api/middleware/static-assets';
import { setUpPageContext, setUpViews } from '../../../api/middleware/views';
import { createThemes } from '../../../api/presentation/theme';
import type { Services } from '../../../api/services';
import { freePort } from '../../../dev/ports';
import type { Form, Values } from '../../../forms/form';
import { createGateway } from '../../../gateway';
import { createRegister } from '../../../register';
import { loadOrganisations } from '../../../register/organisations';
import { freshDatabase } from '../../support/database';
import type { TestServer } from './server';
import { configOf } from './server';

export const FORM = '/example-form';

export interface FormServer extends TestServer {
  /** What went through, oldest first. */
  readonly taken: Values[];
}

/** The whole API with one page more: a form of the test's own, behind the same middleware and views as any other. */
export async function formServer(form: Form): Promise<FormServer> {
  const now = () => new Date();
  const database = await freshDatabase();
  const register = createRegister({
    databaseUrl: database.url,
    masterKey: randomBytes(32),
    now,
    organisations: loadOrganisations('organisations'),
  });
  await register.storeOrganisations();
  const connection = Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 500 });
  const gateway = createGateway({ connection, namespace: 'default', taskQueue: 'nobody', patienceMs: 200 });
  const config = configOf(database.url, await freePort());
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const services: Services = { config, register, gateway, log, now };
  const taken: Values[] = [];
  const app = createApp(services);
  const page = withForm(services, form, taken);
  const outer = express().use(page.handler, app.express);
  setUpViews(outer, setUpStaticAssets().path);
  const server = createServer(outer);
  await new Promise<void>((resolve) => server.listen(config.port, '127.0.0.1', resolve));
  return {
    ...{ url: config.baseUrl, logged, register, taken },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      page.close();
      app.close();
      await gateway.close();
      await register.close();
      await database.drop();
    },
  };
}

function withForm(
  services: Services,
  form: Form,
  taken: Values[],
): { handler: RequestHandler; close(): void } {
  const { config, now, register } = services;
  const sessions = setUpSessions(config, now);
  const page = { form, action: FORM, backTo: '/' };
  const router = express.Router();
  router.use(
    FORM,
    setUpSecurityHeaders(config.baseUrl),
    sessions.router,
    express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5000 }),
    setUpAuthentication(services),
    setUpPageContext(createThemes(register.organisations)),
    setUpCsrf(config.baseUrl),
  );
  router.get(FORM, (req, res) => showForm(services, req, res, page));
  router.post(FORM, async (req, res) => {
    const values = await answersOrPage(services, req, res, page);
    if (!values) return;
    taken.push(values);
    req.session.banner = 'Taken.';
    res.redirect(303, '/');
  });
  return { handler: router, close: () => sessions.close() };
}
