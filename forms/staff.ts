/** What an administrator records about a member of staff: who they are, what they may do, who stands in. */
import type { FieldError, Form, Option, Values } from './form';

export const roleOptions: readonly Option[] = [
  { value: 'employee', text: 'Employee', hint: 'Hands in requests that reach them' },
  { value: 'data-holder', text: 'Data holder', hint: 'Searches the systems they own' },
  { value: 'handler', text: 'Handler', hint: 'Works on cases' },
  { value: 'governance-officer', text: 'Governance officer', hint: 'Works on cases and oversees them' },
  { value: 'dpo', text: 'Data protection officer', hint: 'Advises' },
  { value: 'accountable-manager', text: 'Accountable manager', hint: 'Decides' },
  { value: 'project-lead', text: 'Project lead', hint: 'Runs a project that needs an assessment' },
  { value: 'auditor', text: 'Auditor', hint: 'Reads unrestricted cases, changes nothing' },
  { value: 'administrator', text: 'Administrator', hint: 'Accounts and settings, no case contents' },
];

const standing: Form['fields'] = [
  { name: 'roles', label: 'What may they do?', kind: 'checkboxes', options: roleOptions },
  {
    name: 'systems',
    label: 'Which systems do they own?',
    hint: 'Search and preservation tasks for these go to them.',
    kind: 'checkboxes',
    options: 'systems',
    optional: true,
  },
];

/** A date order that a reader expects; both ends are days of absence. */
function checkAbsence(values: Values): FieldError[] {
  const { absentFrom, absentUntil } = values;
  if (absentUntil && !absentFrom)
    return [{ field: 'absentFrom', message: 'Say from which day they are away.' }];
  return typeof absentFrom === 'string' && typeof absentUntil === 'string' && absentFrom > absentUntil
    ? [{ field: 'absentUntil', message: 'The last day away must not be before the first.' }]
    : [];
}

export const addStaff: Form = {
  id: 'add-staff',
  title: 'Add a member of staff',
  submit: 'Add',
  fields: [
    { name: 'name', label: 'Full name', kind: 'text', personal: true, max: 200, autocomplete: 'off' },
    { name: 'email', label: 'E-mail address', kind: 'email', personal: true, max: 320, autocomplete: 'off' },
    ...standing,
  ],
};

export const editStaff: Form = {
  id: 'edit-staff',
  title: 'Change what they may do',
  submit: 'Save',
  fields: [
    ...standing,
    { name: 'absentFrom', label: 'First day away', kind: 'date', optional: true },
    { name: 'absentUntil', label: 'Last day away', kind: 'date', optional: true },
    { name: 'deputy', label: 'Who stands in for them?', kind: 'select', options: 'staff', optional: true },
    { name: 'disabled', label: 'They may no longer sign in', kind: 'confirm', optional: true },
  ],
  check: checkAbsence,
};
