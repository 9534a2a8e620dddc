import type { NewPerson } from '../../register/people';

/** What is known of somebody invented; what is left out is ordinary. */
export interface Traits {
  readonly type?: string;
  readonly street?: string;
  readonly reference?: string;
  readonly flags?: readonly string[];
  readonly post?: boolean;
}

/** Somebody invented, with contacts on reserved domains and in ranges kept for drama. */
export function invented(name: string, options: Traits = {}): NewPerson {
  const mailbox = name.toLowerCase().replace(/[^a-z]+/g, '.');
  return {
    personType: options.type ?? 'tenant',
    flags: options.flags ?? [],
    contents: {
      name,
      formerNames: [],
      references: options.reference ? [options.reference] : [],
      contacts: [
        { id: 'email-1', kind: 'email', value: `${mailbox}@mail.test`, safety: 'safe', onFile: true },
        {
          ...{ id: 'post-1', kind: 'post' as const, safety: 'safe' as const, onFile: true },
          value: `${options.street ?? '12 Sample Row'}\n${townOf(options.reference)}`,
        },
      ],
      agreesToPlainEmail: !options.post,
    },
  };
}

/** The tenancies of New Park Village are in Wolverhampton. */
const townOf = (reference = ''): string =>
  reference.startsWith('NPV') ? 'Wolverhampton\nWV1 9ZZ' : 'Nottingham\nNG1 9ZZ';
