/** A one-time code that the person reads back while identity is in doubt. */
import type { Form } from '../form';
import { error } from './choices';

export const checkCode: Form = {
  id: 'check-code',
  title: 'Check the one-time code',
  intro:
    'A right code is recorded as evidence: they can be reached where we reached them before. It does not confirm who they are; you decide that when you check who is asking.',
  fields: [
    {
      name: 'outcome',
      label: 'Did they read a code back?',
      kind: 'radios',
      options: [
        { value: 'shown', text: 'Yes' },
        {
          value: 'not-shown',
          text: 'No, or it no longer works',
          hint: 'The code shows nothing. You may send another.',
        },
      ],
    },
    {
      name: 'code',
      label: 'Which code did they read?',
      hint: 'Six digits, as they said them. It is checked and not kept.',
      kind: 'text',
      personal: true,
      secret: true,
      max: 20,
      when: { field: 'outcome', is: ['shown'] },
    },
  ],
  check: ({ outcome, code }) =>
    outcome === 'shown' && !/^\d{6}$/.test(digitsOf(code)) ? error('code', 'Enter six digits.') : [],
};

/** A code as it was made, however it was typed: `482 913` → `482913`. */
export const digitsOf = (typed: unknown): string => String(typed ?? '').replace(/[\s-]/g, '');
