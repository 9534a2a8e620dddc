import type { Request, Response } from 'express';
import { addStaff } from '../../../forms/staff';
import { viewerOf } from '../../auth/signed-in';
import type { FormPage } from '../../forms/form-page';
import { answersOrPage, showForm } from '../../forms/form-page';
import type { Services } from '../../services';
import { addMember } from './changes';
import { showMember } from './member';

const page: FormPage = { form: addStaff, action: '/admin/staff/new', backTo: '/admin/staff' };

export function newStaff(services: Services) {
  return {
    get: (req: Request, res: Response): Promise<void> => showForm(services, req, res, page),
    post: async (req: Request, res: Response): Promise<void> => {
      const values = await answersOrPage(services, req, res, page);
      if (!values) return;
      const { member, firstPassword } = await addMember(services, viewerOf(req), values);
      if (firstPassword !== null) return showMember(services, req, res, member.id, { firstPassword });
      req.session.banner = 'They have an account already. They sign in with their own password.';
      res.redirect(303, `/admin/staff/${member.id}`);
    },
  };
}
