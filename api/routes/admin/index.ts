import { Router } from 'express';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { newStaff } from './add';
import { getStaff } from './list';
import { getMember, postMember, postPassword, postRevoke } from './member';

/** Accounts of an organisation: who may do what, which systems they own, who stands in for them. */
export function adminRouter(services: Services): Router {
  const mayManage = requires('staff.manage');
  const newPage = newStaff(services);
  return Router()
    .get('/admin/staff', mayManage, getStaff(services))
    .get('/admin/staff/new', mayManage, newPage.get)
    .post('/admin/staff/new', mayManage, newPage.post)
    .get('/admin/staff/:id', mayManage, getMember(services))
    .post('/admin/staff/:id', mayManage, postMember(services))
    .post('/admin/staff/:id/password', mayManage, postPassword(services))
    .post('/admin/staff/:id/tokens/:tokenId/revoke', mayManage, postRevoke(services));
}
