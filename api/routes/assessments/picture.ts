import type { Request, Response } from 'express';
import { pictureTypes } from '../../../documents/pictures';
import { actingRole, actionRefusal } from '../../casework/rules';
import { readUpload } from '../../documents/multipart';
import { take, typeByName } from '../../documents/take';
import { Conflict, Forbidden } from '../../errors';
import type { Services } from '../../services';
import { openAssessment } from './opened';

/** Takes a picture of the flow of data with the section that shows it; the section is shown again with it chosen. */
export function postPicture(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openAssessment(services, req);
    if (actingRole(viewer, 'save-section') === null)
      throw new Forbidden('Your role does not write assessments.');
    const refusal = actionRefusal(page, 'save-section', services.now().toISOString());
    if (refusal) throw new Conflict(refusal.message, refusal.code);
    const { documents } = services.register;
    let added: string | null = null;
    await readUpload(req, async ({ name, claimedType, content }) => {
      if (added !== null || !pictureTypes.includes(typeByName(name, claimedType)))
        return void content.resume();
      const file = { reference: page.reference, name, claimedType, purpose: 'evidence' } as const;
      added = (await take(documents, viewer, { ...file, description: 'How the data flow' }, content)).id;
    });
    req.session.banner =
      added === null
        ? 'Nothing was added: choose a picture, PNG or JPEG.'
        : 'The picture was added and is chosen below. Say what it shows, and save the section.';
    const section = `/cases/${page.reference}/assessment/description`;
    res.redirect(303, added === null ? section : `${section}?picture=${String(added)}`);
  };
}
