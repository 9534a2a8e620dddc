import type { Request } from 'express';
import type { CasePage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import { viewerOf } from '../auth/signed-in';
import { NotFound } from '../errors';
import type { Services } from '../services';

export interface OpenedCase {
  readonly viewer: SignedIn;
  readonly page: CasePage;
}

/** The case of the address. Throws NotFound for one that does not exist for this viewer. */
export async function openCase({ register }: Services, req: Request): Promise<OpenedCase> {
  const viewer = viewerOf(req);
  const page = await register.cases.page(viewer, String(req.params.reference));
  if (!page) throw new NotFound('There is no such case, or you may not see it.');
  return { viewer, page };
}
