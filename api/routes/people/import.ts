import type { Request, Response } from 'express';
import type { ImportFault } from '../../../register/people';
import { viewerOf } from '../../auth/signed-in';
import { readUpload } from '../../documents/multipart';
import { BadRequest } from '../../errors';
import type { Services } from '../../services';

const LARGEST = 64 * 1024 * 1024;

/** The people index, against which identity is compared: when it was replaced, and replacing it. */
export function peopleIndex({ register }: Services) {
  const show = async (req: Request, res: Response, problems: readonly string[] = []): Promise<void> => {
    const state = await register.people.indexState(viewerOf(req).organisationId);
    const faults = problems.map((text) => ({ text, href: '#file' }));
    res.status(faults.length ? 422 : 200).render('people/import', { state, faults });
  };
  return {
    get: (req: Request, res: Response): Promise<void> => show(req, res),
    post: async (req: Request, res: Response): Promise<void> => {
      const files: string[] = [];
      await readUpload(req, async ({ content }) => void files.push(await textOf(content)));
      const [csv] = files;
      if (csv === undefined) return show(req, res, ['Choose a file.']);
      const answer = await register.people.importIndex(viewerOf(req).organisationId, csv);
      if (answer.faults) return show(req, res, answer.faults.map(faultText));
      req.session.banner = `The people index was replaced: ${answer.imported} entries.`;
      res.redirect(303, '/people/import');
    },
  };
}

const faultText = ({ line, column, reason }: ImportFault): string =>
  `Line ${line}${column ? `, ${column}` : ''}: ${reason}`;

async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > LARGEST) throw new BadRequest('The file is larger than 64 MB.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
