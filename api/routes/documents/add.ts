import type { Request, Response } from 'express';
import type { FieldError, Values } from '../../../forms/form';
import type { DocumentPurpose } from '../../../register/documents';
import { viewerOf } from '../../auth/signed-in';
import { readUpload } from '../../documents/multipart';
import { take } from '../../documents/take';
import { fill } from '../../forms/fill';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import type { Services } from '../../services';
import { openCase } from './case';
import { showList } from './list';

/** What was said about the files was not enough to take them. */
class Unfilled extends Error {
  constructor(
    readonly errors: readonly FieldError[],
    readonly body: Body,
  ) {
    super('The form was not filled in.');
  }
}

const nothingChosen = [{ field: 'files', message: 'Choose at least one file.' }];

/** Takes files that a form without scripts sends in one go. */
export function postFiles(services: Services) {
  return async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const opened = await openCase(services, req);
    const { adding } = opened;
    const context = { choices: await opened.choices(adding), now: services.now() };
    let added = 0;
    try {
      const fields = await readUpload(req, async ({ name, claimedType, content }, given) => {
        const values = valuesOf(fill(adding, answersFrom(adding, given), context), given);
        const file = { reference: req.params.reference, name, claimedType, ...whereFrom(values) };
        await take(services.register.documents, viewer, file, content);
        added += 1;
      });
      if (added === 0) throw new Unfilled(nothingChosen, fields);
    } catch (error) {
      if (!(error instanceof Unfilled)) throw error;
      return showList(services, req, res, { form: 'add', errors: error.errors, body: error.body });
    }
    req.session.banner = added === 1 ? 'One file was added.' : `${added} files were added.`;
    res.redirect(303, `/cases/${req.params.reference}/documents#items`);
  };
}

function valuesOf(filled: ReturnType<typeof fill>, body: Body): Values {
  if (!filled.ok) throw new Unfilled(filled.errors, body);
  return filled.values;
}

const whereFrom = ({
  purpose = 'evidence',
  system,
}: Values): { purpose: DocumentPurpose; system?: string } => ({
  purpose: purpose as DocumentPurpose,
  ...(typeof system === 'string' ? { system } : {}),
});
