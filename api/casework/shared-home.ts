import { itemsTask } from '../../domain/cases/items';
import { definitionOf } from '../../domain/cases/registry';
import type { Field, Form } from '../../forms/form';
import type { Register } from '../../register';
import type { TaskRow } from '../../register/cases';
import type { SharedHome } from '../../register/people';
import type { Viewer } from '../../register/viewer';
import type { Check } from './checks/objection';
import { atField, none } from './checks/objection';

const answer: Field = {
  name: 'homesChecked',
  label: 'Nothing that leaves says where somebody at risk, who shares or shared their address, lives now',
  hint: 'Needed where such a person is named above. A new address, telephone number, school or landlord is enough to be found by.',
  kind: 'confirm',
  optional: true,
};

/** Tasks in which somebody looks at everything that leaves: the review of the items, and its second check. */
function looksAtAll({ kind, element }: Pick<TaskRow, 'kind' | 'element'>): boolean {
  const definition = definitionOf(kind);
  const items = itemsTask(definition);
  if (items === null) return false;
  const checks = definition.tasks[element]?.notBy?.includes(items) ?? false;
  return element === items || (element === 'second-check' && checks);
}

export const withHomesChecked = (task: Pick<TaskRow, 'kind' | 'element'>, form: Form): Form =>
  looksAtAll(task) ? { ...form, fields: [...form.fields, answer] } : form;

/** Whose home it is as well, for tasks that look at everything that leaves; null for others. */
export function homesFor(
  register: Register,
  viewer: Viewer,
  task: Pick<TaskRow, 'kind' | 'element' | 'need' | 'reference'>,
): Promise<SharedHome[] | null> {
  return task.need || !looksAtAll(task)
    ? Promise.resolve(null)
    : register.people.sharedHome(viewer, task.reference);
}

/** Somebody who fled must not be found by what leaves (UK GDPR Art 15(4); DPA Sch 2 ¶16). */
export const homesChecked: Check = async (register, { kind, element, reference, values, setting }) => {
  const { outcome = element === 'second-check' ? 'back' : 'ready' } = values;
  const goesOn = outcome === 'right' || outcome === 'ready';
  if (!looksAtAll({ kind, element }) || !goesOn || values[answer.name] === true) return none;
  const viewer = { staffId: setting.staffId, organisationId: setting.profile.id, roles: [] };
  const homes = await register.people.sharedHome(viewer, reference);
  return homes.length === 0
    ? none
    : atField(
        answer.name,
        'Somebody at risk shares or shared their address or number: look whether anything that leaves says where they live now, and say so.',
      );
};
