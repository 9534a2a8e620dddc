import { randomUUID } from 'node:crypto';
import { subjectAccessVersion } from '../../../processes/subject-access.generated';
import type { Register } from '../../../register';
import type { CaseOpening, OpenedCase } from '../../../register/intake';
import { ORGANISATION } from './staff';

/** A case about a person. */
export type OpenedRequest = OpenedCase & { readonly subjectId: string; readonly requesterId: string };

/** A subject access request of an invented tenant, logged today by that member of staff. */
export async function openedCase(
  register: Register,
  staffId: string,
  change: Partial<CaseOpening> = {},
): Promise<OpenedRequest> {
  const opened = await register.intake.open({
    submissionId: randomUUID(),
    viewer: { staffId, organisationId: ORGANISATION, roles: ['handler'] },
    kind: 'subject-access',
    processVersion: subjectAccessVersion,
    subject: {
      fresh: {
        personType: 'tenant',
        contents: {
          name: 'Wren Ashdown',
          formerNames: [],
          references: ['T-4711'],
          contacts: [
            { id: 'email-1', kind: 'email', value: 'wren.ashdown@mail.test', safety: 'safe', onFile: true },
          ],
        },
      },
    },
    contents: { request: 'Everything you hold about my tenancy.' },
    receivedOn: new Date().toISOString().slice(0, 10),
    codes: { channel: 'email', requester: 'self', delivery: 'post' },
    typed: {},
    ...change,
  });
  return opened as OpenedRequest;
}
