import type { Request, Response } from 'express';
import type { Profile } from '../../../domain/organisation/profile';
import { NotFound } from '../../errors';
import type { Themes } from '../../presentation/theme';
import type { Services } from '../../services';

export type PublicRequest = Request<{ organisation: string }>;

/** The organisation of the address, in whose name and colours the page stands. Throws NotFound. */
export function organisationOf({ register }: Services, req: PublicRequest, res: Response): Profile {
  const profile = register.organisations.all().find(({ id }) => id === req.params.organisation);
  if (!profile) throw new NotFound('There is no complaint form at this address.');
  res.locals.organisation = (res.locals.themes as Themes).of(profile.id);
  return profile;
}

/** The other ways to complain, and to whom else: they count the same. */
export const otherWays = ({ complaints, telephone, address, regulator, dpo }: Profile) => ({
  ...{ contact: complaints.contact, telephone, address, regulator, dpo: dpo.email },
});
