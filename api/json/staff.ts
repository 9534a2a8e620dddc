import type { Request, Response } from 'express';
import { Router } from 'express';
import { addStaff, editStaff } from '../../forms/staff';
import type { Colleague } from '../../register/staff';
import { requires, viewerOf } from '../auth/signed-in';
import { findColleague } from '../routes/admin/colleague';
import { addMember, changeMember, lockedOut } from '../routes/admin/changes';
import type { Services } from '../services';
import { answerJson } from './answer';
import { filledIn } from './filled';

/** Accounts of an organisation for programs. */
export function staffJson(services: Services): Router {
  const mayManage = requires('staff.manage');
  const { staff } = services.register;

  const list = async (req: Request, res: Response): Promise<void> => {
    const colleagues = await staff.colleagues(viewerOf(req).organisationId);
    res.json({ staff: colleagues.map(shown) });
  };

  /** The first password is answered this once. */
  const add = async (req: Request, res: Response): Promise<void> => {
    const values = await filledIn(services, req, res, { form: addStaff });
    if (!values) return;
    const { member, firstPassword } = await addMember(services, viewerOf(req), values);
    res
      .status(201)
      .json({ staff: shown(await findColleague(services, viewerOf(req), member.id)), firstPassword });
  };

  const change = async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const member = await findColleague(services, viewer, req.params.id);
    const values = await filledIn(services, req, res, { form: editStaff });
    if (!values) return;
    const errors = lockedOut(viewer, member.id, values);
    if (errors.length > 0)
      return answerJson(res, { status: 'invalid', errors }, { id: member.id, reference: '' });
    await changeMember(services, viewer, member, values);
    res.json({ changed: member.id });
  };

  return Router()
    .get('/staff', mayManage, list)
    .post('/staff', mayManage, add)
    .put('/staff/:id', mayManage, change);
}

const shown = ({ id, name, email, roles, systems, absence, deputyId, disabled }: Colleague): object => ({
  ...{ id, name, email, roles, systems, absence, deputyId, disabled },
});
