import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import express, { Router } from 'express';
import { z } from 'zod';
import { editContact, editPerson } from '../../forms/people';
import { requires, viewerOf } from '../auth/signed-in';
import { BadRequest } from '../errors';
import { findPerson } from '../routes/people/person';
import { changeFrom, contactFrom } from '../routes/people/values';
import type { Services } from '../services';
import { filledIn } from './filled';

/** As on the page. */
const LARGEST_INDEX = '64mb';

const query = z.strictObject({ text: z.string().trim().min(1).max(200) });

/** People for programs. What is searched for travels in the body, so that no name stands in an address. */
export function peopleJson(services: Services): Router {
  const { people, cases } = services.register;
  const mayEdit = requires('person.edit');

  const search = async (req: Request, res: Response): Promise<void> => {
    const parsed = query.safeParse(req.body);
    if (!parsed.success) throw new BadRequest('Send { "text": what to look for }.');
    const viewer = viewerOf(req);
    const { text } = parsed.data;
    res.json({ people: await people.search(viewer, text), matters: await cases.searchMatters(viewer, text) });
  };

  const show = async (req: Request<{ id: string }>, res: Response): Promise<void> =>
    void res.json({ person: await findPerson(services, req) });

  const casesOf = async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const { id } = await findPerson(services, req);
    const viewer = viewerOf(req);
    const [theirs, consents] = await Promise.all([
      cases.ofPerson(viewer, id),
      cases.consentsWithdrawn(viewer, id),
    ]);
    res.json({ cases: theirs, consents });
  };

  const change = async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const person = await findPerson(services, req);
    const values = await filledIn(services, req, res, { form: editPerson });
    if (values) res.json({ person: await people.change(viewerOf(req), person.id, changeFrom(values)) });
  };

  const contact = async (req: Request<{ id: string; contactId: string }>, res: Response): Promise<void> => {
    const person = await findPerson(services, req);
    const values = await filledIn(services, req, res, { form: editContact });
    if (!values) return;
    const { contactId } = req.params;
    const id = contactId === 'new' ? randomUUID() : contactId;
    res.json({ person: await people.putContact(viewerOf(req), person.id, contactFrom(id, values)) });
  };

  const indexState = async (req: Request, res: Response): Promise<void> =>
    void res.json({ index: await people.indexState(viewerOf(req).organisationId) });

  const importIndex = async (req: Request, res: Response): Promise<void> => {
    const csv: unknown = req.body;
    if (typeof csv !== 'string' || csv === '') throw new BadRequest('Send the file as text/csv.');
    const { imported, faults } = await people.importIndex(viewerOf(req).organisationId, csv);
    if (!faults) return void res.json({ imported });
    const message = 'Nothing was imported: some rows are not right.';
    res.status(422).json({ error: { code: 'invalid', message, faults } });
  };

  const mayImport = requires('people.import');
  return Router()
    .get('/people/import', mayImport, indexState)
    .post('/people/import', mayImport, express.text({ type: 'text/csv', limit: LARGEST_INDEX }), importIndex)
    .post('/people/search', requires('person.search'), search)
    .get('/people/:id', requires('person.view'), show)
    .get('/people/:id/cases', requires('person.view'), casesOf)
    .put('/people/:id', mayEdit, change)
    .put('/people/:id/contacts/:contactId', mayEdit, contact);
}
