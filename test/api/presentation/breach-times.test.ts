import { controllersIn } from '../../../api/presentation/breach-times';
import type { CasePage } from '../../../register/cases';

const page = (triage: object | null): Pick<CasePage, 'controller' | 'steps'> => ({
  controller: 'us',
  steps: triage ? ([{ element: 'triage', state: 'left', result: triage }] as never) : [],
});

describe('Whose data a breach concerns', () => {
  test.each([
    ['ourselves until triage says more', null, ['us']],
    ['whoever of us is the controller', { role: 'controller', whose: 'our-company' }, ['our-company']],
    [
      'those we process for, where we are only their processor',
      { role: 'processor', controllers: ['council'] },
      ['council'],
    ],
    ['both, for different data', { role: 'both', controllers: ['council'] }, ['us', 'council']],
  ])('is %s', (_whose, triage, expected) => {
    expect(controllersIn(page(triage))).toEqual(expected);
  });
});
