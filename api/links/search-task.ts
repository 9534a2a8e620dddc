import type { Request } from 'express';
import { itemOf } from '../../domain/cases/process';
import type { TaskPage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import type { FindPlace } from '../documents/place';
import type { Services } from '../services';
import type { OpenedLink } from './opened';
import { LinkClosed, openedLink } from './opened';

/** The one task a data holder's link is for, and the owner of the system in whose name it is answered. */
export interface LinkedTask {
  readonly link: OpenedLink;
  readonly viewer: SignedIn;
  readonly task: TaskPage;
}

/** Throws LinkClosed when the search is answered, or nobody owns the system any more. */
export async function linkedTask(services: Services, req: Request): Promise<LinkedTask> {
  const link = await openedLink(services, req);
  const { register } = services;
  if (link.purpose !== 'answer-search') throw new LinkClosed();
  const { organisationId } = await register.cases.dossier(link.reference);
  const owners = await register.staff.owners(organisationId, itemOf(link.target) ?? '');
  for (const { staffId, name } of owners) {
    // Whatever else the owner may do, through the link they answer one search.
    const viewer: SignedIn = {
      staffId,
      name,
      organisationId,
      roles: ['data-holder'],
      affiliations: [],
      mustChange: false,
    };
    const open = await register.cases.myTasks(viewer);
    const row = open.find(({ reference, step }) => reference === link.reference && step === link.target);
    const task = row ? await register.cases.task(viewer, row.id) : null;
    if (task) return { link, viewer, task };
  }
  throw new LinkClosed();
}

/** Where files go that are added through the link. */
export const placeOfLink =
  (services: Services): FindPlace =>
  async (req) => {
    const { viewer, task } = await linkedTask(services, req);
    return { viewer, reference: task.reference, ...(task.item ? { foundIn: task.item } : {}) };
  };
