import type { Request, Response } from 'express';
import { roleOptions } from '../../../forms/staff';
import type { Colleague } from '../../../register/staff';
import { viewerOf } from '../../auth/signed-in';
import { longDate } from '../../presentation/dates';
import type { Services } from '../../services';

/** Everyone in the administrator's organisation, with roles, systems and absence. */
export function getStaff({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { organisationId } = viewerOf(req);
    const labels = new Map(
      register.organisations.get(organisationId).systems.map(({ id, label }) => [id, label]),
    );
    const staff = await register.staff.colleagues(organisationId);
    res.render('admin/staff', { staff: staff.map((one) => rowOf(one, labels)) });
  };
}

const rowOf = (one: Colleague, labels: ReadonlyMap<string, string>): object => ({
  id: one.id,
  name: one.name,
  email: one.email,
  roles: one.roles.map((role) => roleOptions.find(({ value }) => value === role)?.text ?? role),
  systems: one.systems.map((system) => labels.get(system) ?? system),
  state: one.disabled
    ? { text: 'May not sign in', colour: 'govuk-tag--red' }
    : one.mustChange
      ? { text: 'First password', colour: 'govuk-tag--yellow' }
      : { text: 'Active', colour: 'govuk-tag--green' },
  absence: absenceText(one.absence),
});

function absenceText(absence: Colleague['absence']): string | null {
  if (!absence) return null;
  const until = absence.until ? `until ${longDate(absence.until)}` : 'until further notice';
  return `Away from ${longDate(absence.from)} ${until}`;
}
