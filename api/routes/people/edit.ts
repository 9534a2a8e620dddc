import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Values } from '../../../forms/form';
import { editContact, editPerson } from '../../../forms/people';
import { viewerOf } from '../../auth/signed-in';
import { NotFound } from '../../errors';
import type { FormPage } from '../../forms/form-page';
import { answersOrPage, showForm } from '../../forms/form-page';
import type { Services } from '../../services';
import { findPerson } from './person';
import { changeFrom, contactFrom, contactValues, detailsOf } from './values';

type Person = { id: string };
type Contact = { id: string; contactId: string };

/** Name, numbers, flags. */
export function details(services: Services) {
  const page = (req: Request<Person>): FormPage => ({
    form: editPerson,
    action: `/people/${req.params.id}/edit`,
    backTo: `/people/${req.params.id}`,
  });
  return {
    get: async (req: Request<Person>, res: Response): Promise<void> => {
      const person = await findPerson(services, req);
      await showForm(services, req, res, { ...page(req), values: detailsOf(person) });
    },
    post: async (req: Request<Person>, res: Response): Promise<void> => {
      const person = await findPerson(services, req);
      const values = await answersOrPage(services, req, res, page(req));
      if (!values) return;
      await services.register.people.change(viewerOf(req), person.id, changeFrom(values));
      saved(req, res);
    },
  };
}

/** One way to reach somebody; `new` for one more. */
export function contact(services: Services) {
  const page = (req: Request<Contact>): FormPage => ({
    form: editContact,
    action: `/people/${req.params.id}/contacts/${req.params.contactId}`,
    backTo: `/people/${req.params.id}`,
  });
  return {
    get: async (req: Request<Contact>, res: Response): Promise<void> => {
      const known = await knownContact(services, req);
      const shown = (await fromIndex(services, req)) ?? (known && contactValues(known));
      await showForm(services, req, res, { ...page(req), ...(shown && { values: shown }) });
    },
    post: async (req: Request<Contact>, res: Response): Promise<void> => {
      const known = await knownContact(services, req);
      const values = await answersOrPage(services, req, res, page(req));
      if (!values) return;
      const id = known?.id ?? randomUUID();
      await services.register.people.putContact(viewerOf(req), req.params.id, contactFrom(id, values));
      saved(req, res);
    },
  };
}

/**
 * What a line of the people index says, named in the address: it was on file before. Whether it may be used, a person
 * says.
 */
async function fromIndex({ register }: Services, req: Request<Contact>): Promise<Values | null> {
  const { entry, kind } = req.query;
  if (typeof entry !== 'string' || !z.uuid().safeParse(entry).success) return null;
  const known = await register.people.indexEntry(viewerOf(req), entry);
  const contact = known?.contacts.find((one) => one.kind === kind);
  return contact ? { contactKind: contact.kind, value: contact.value, onFile: true } : null;
}

async function knownContact(services: Services, req: Request<Contact>) {
  const { contents } = await findPerson(services, req);
  if (req.params.contactId === 'new') return null;
  const known = contents.contacts.find(({ id }) => id === req.params.contactId);
  if (!known) throw new NotFound();
  return known;
}

function saved(req: Request<Person>, res: Response): void {
  req.session.banner = 'Saved.';
  res.redirect(303, `/people/${req.params.id}`);
}
