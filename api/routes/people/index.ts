import { Router } from 'express';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { contact, details } from './edit';
import { peopleIndex } from './import';
import { getPerson } from './person';
import { getSearch, postSearch } from './search';

/** Finding people, and how they may safely be reached. */
export function peopleRouter(services: Services): Router {
  const maySearch = requires('person.search');
  const mayEdit = requires('person.edit');
  const mayImport = requires('people.import');
  const [detailsPage, contactPage, indexPage] = [details(services), contact(services), peopleIndex(services)];
  return Router()
    .get('/people', maySearch, getSearch)
    .post('/people/search', maySearch, postSearch(services))
    .get('/people/import', mayImport, indexPage.get)
    .post('/people/import', mayImport, indexPage.post)
    .get('/people/:id', requires('person.view'), getPerson(services))
    .get('/people/:id/edit', mayEdit, detailsPage.get)
    .post('/people/:id/edit', mayEdit, detailsPage.post)
    .get('/people/:id/contacts/:contactId', mayEdit, contactPage.get)
    .post('/people/:id/contacts/:contactId', mayEdit, contactPage.post);
}
