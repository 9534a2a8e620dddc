import type { Request, Response } from 'express';
import type { Role } from '../../../domain/roles';
import { addStaff } from '../../../forms/staff';
import { viewerOf } from '../../auth/signed-in';
import type { FormPage } from '../../forms/form-page';
import { answersOrPage, showForm } from '../../forms/form-page';
import type { Services } from '../../services';
import { firstPassword } from './first-password';
import { showMember } from './member';

const page: FormPage = { form: addStaff, action: '/admin/staff/new', backTo: '/admin/staff' };

/** A new account, or one that another organisation has made already and that now works for this one too. */
export function newStaff(services: Services) {
  const { staff } = services.register;
  return {
    get: (req: Request, res: Response): Promise<void> => showForm(services, req, res, page),
    post: async (req: Request, res: Response): Promise<void> => {
      const values = await answersOrPage(services, req, res, page);
      if (!values) return;
      const { organisationId } = viewerOf(req);
      const email = String(values.email);
      const known = await staff.findByEmail(email);
      const password = firstPassword();
      const member = known ?? (await staff.create({ email, name: String(values.name), password, mustChange: true }));
      const systems = (values.systems ?? []) as readonly string[];
      await staff.setMembership(member.id, organisationId, { roles: values.roles as readonly Role[], systems });
      if (known) {
        req.session.banner = 'They have an account already. They sign in with their own password.';
        return res.redirect(303, `/admin/staff/${member.id}`);
      }
      await showMember(services, req, res, member.id, { firstPassword: password });
    },
  };
}
