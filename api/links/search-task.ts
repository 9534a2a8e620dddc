import type { Request } from 'express';
import type { TaskPage, TaskRow } from '../../register/cases';
import { signedInAs } from '../auth/account';
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

/**
 * Throws LinkClosed when the search is answered or cancelled. An owner without an account answers in the name of whoever
 * made the link for them.
 */
export async function linkedTask(services: Services, req: Request): Promise<LinkedTask> {
  const link = await openedLink(services, req);
  const { register } = services;
  if (link.purpose !== 'answer-search') throw new LinkClosed();
  const { organisationId } = await register.cases.dossier(link.reference);
  const searches = await register.documents.searchesOf(link.reference);
  const system = searches.find(({ step }) => step === link.target)?.system ?? '';
  const owners = await register.staff.owners(organisationId, system);
  for (const { staffId, name } of owners) {
    const deputy = await register.staff.viewer(staffId, organisationId);
    // Whatever else the owner, or their deputy, may do, through the link they answer one search.
    const viewer: SignedIn = {
      staffId,
      standsInFor: deputy?.standsInFor,
      name,
      organisationId,
      roles: ['data-holder'],
      affiliations: [],
      mustChange: false,
    };
    const task = await taskAt(register, viewer, link, await register.cases.myTasks(viewer));
    if (task) return { link, viewer, task };
  }
  const maker = owners.length === 0 ? await makerOf(register, organisationId, link) : null;
  const page = maker && (await register.cases.page(maker, link.reference));
  const task = maker && page && (await taskAt(register, maker, link, page.tasks));
  if (!task) throw new LinkClosed();
  return { link, viewer: maker, task };
}

type Register = Services['register'];

async function makerOf(
  register: Register,
  organisationId: string,
  { id }: OpenedLink,
): Promise<SignedIn | null> {
  const staffId = await register.links.issuer(id);
  return staffId === null ? null : signedInAs(register, staffId, organisationId);
}

async function taskAt(
  register: Register,
  viewer: SignedIn,
  { reference, target }: OpenedLink,
  tasks: readonly TaskRow[],
): Promise<TaskPage | null> {
  const row = tasks.find((one) => one.reference === reference && one.step === target && one.state === 'open');
  return row ? register.cases.task(viewer, row.id) : null;
}

/** Where files go that are added through the link. */
export const placeOfLink =
  (services: Services): FindPlace =>
  async (req) => {
    const { viewer, task } = await linkedTask(services, req);
    return { viewer, reference: task.reference, ...(task.item ? { foundIn: task.item } : {}) };
  };
