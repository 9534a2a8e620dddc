import type { Request, Response } from 'express';
import { editStaff } from '../../../forms/staff';
import type { FieldError, Values } from '../../../forms/form';
import { viewerOf } from '../../auth/signed-in';
import { Forbidden } from '../../errors';
import { fill } from '../../forms/fill';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, bodyOf } from '../../forms/page';
import { formView } from '../../forms/view';
import type { Services } from '../../services';
import { changeMember, lockedOut } from './changes';
import type { KnownColleague } from './colleague';
import { findColleague } from './colleague';
import { firstPassword } from '../../../register/staff/first-password';

type Params = { id: string };

interface Extra {
  readonly typed?: { readonly body: Body; readonly errors: readonly FieldError[] };
  /** Shown this once. */
  readonly firstPassword?: string;
}

export function getMember(services: Services) {
  return (req: Request<Params>, res: Response): Promise<void> =>
    showMember(services, req, res, req.params.id);
}

/** Roles, systems, absence and deputy, sign-in, API tokens of one colleague. */
export async function showMember(
  services: Services,
  req: Request,
  res: Response,
  staffId: string,
  { typed, firstPassword: shown }: Extra = {},
): Promise<void> {
  const member = await findColleague(services, viewerOf(req), staffId);
  const choices = await choicesOf(editStaff, services.register, { viewer: viewerOf(req), page: null });
  // A token's list does not say for which organisation: those of an outsider are theirs to see.
  const tokens = member.elsewhere ? [] : await services.register.tokens.list(member.id);
  const now = services.now().toISOString();
  res.status(typed ? 422 : 200).render('admin/member', {
    member,
    firstPassword: shown,
    view: formView(editStaff, {
      action: `/admin/staff/${member.id}`,
      choices: { ...choices, deputy: (choices.deputy ?? []).filter(({ value }) => value !== member.id) },
      ...(typed ?? { body: bodyOf(editStaff, valuesOf(member)) }),
    }),
    tokens: tokens.map((token) => ({
      ...token,
      works: token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now),
    })),
  });
}

const valuesOf = ({ roles, systems, absence, deputyId, disabled }: KnownColleague): Values => ({
  roles: [...roles],
  systems: [...systems],
  absentFrom: absence?.from,
  absentUntil: absence?.until ?? undefined,
  deputy: deputyId ?? undefined,
  disabled,
});

export function postMember(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const member = await findColleague(services, viewerOf(req), req.params.id);
    const body = req.body as Body;
    const choices = await choicesOf(editStaff, services.register, { viewer: viewerOf(req), page: null });
    const filled = fill(editStaff, answersFrom(editStaff, body), { choices, now: services.now() });
    const errors = filled.ok ? lockedOut(viewerOf(req), member.id, filled.values) : filled.errors;
    if (!filled.ok || errors.length > 0)
      return showMember(services, req, res, member.id, { typed: { body, errors } });
    await changeMember(services, viewerOf(req), member, filled.values);
    req.session.banner = 'Saved.';
    res.redirect(303, '/admin/staff');
  };
}

/** A new first password, shown once; the person must choose their own at once. */
export function postPassword(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const member = await findColleague(services, viewerOf(req), req.params.id);
    if (member.elsewhere)
      throw new Forbidden('They work for another organisation too, so only they can change their password.');
    const password = firstPassword();
    await services.register.staff.setPassword(member.id, password, true);
    await showMember(services, req, res, member.id, { firstPassword: password });
  };
}

/** Ends a token. Only its owner can make one: an administrator has no business inside cases. */
export function postRevoke(services: Services) {
  return async (req: Request<Params & { tokenId: string }>, res: Response): Promise<void> => {
    const { id, tokenId } = req.params;
    await findColleague(services, viewerOf(req), req.params.id);
    await services.register.tokens.revoke(id, tokenId);
    req.session.banner = 'The token is withdrawn.';
    res.redirect(303, `/admin/staff/${id}`);
  };
}
