/** How data is disposed of so that it cannot be had back (UK GDPR Arts 5(1)(f), 32). Workflow-safe. */

export type Medium = 'paper' | 'electronic' | 'both';

interface Method {
  readonly text: string;
  readonly hint?: string;
  readonly for: Exclude<Medium, 'both'>;
}

/** The closed list of methods, each for paper or for electronic copies. */
export const disposalMethods = {
  'cross-cut': { text: 'Cross-cut shredding here', for: 'paper' },
  'shredded-by-contractor': {
    text: 'Shredded by a contractor',
    hint: 'With a certificate of destruction',
    for: 'paper',
  },
  deleted: {
    text: 'Deleted in the system, recycle bin and history included',
    for: 'electronic',
  },
  overwritten: { text: 'Overwritten, or its key destroyed', for: 'electronic' },
  'medium-destroyed': {
    text: 'The disk or tape was destroyed',
    hint: 'With a certificate of destruction',
    for: 'electronic',
  },
} as const satisfies Readonly<Record<string, Method>>;

export type DisposalMethod = keyof typeof disposalMethods;

/** Methods that somebody else certifies. */
const certified: readonly DisposalMethod[] = ['shredded-by-contractor', 'medium-destroyed'];

export const needsCertificate = (methods: readonly DisposalMethod[]): boolean =>
  methods.some((method) => certified.includes(method));

/** Why these methods do not dispose of that medium, or null. Of both media, each needs a method. */
export function disposalFault(medium: Medium, methods: readonly DisposalMethod[]): string | null {
  const media = medium === 'both' ? (['paper', 'electronic'] as const) : [medium];
  const without = media.find((one) => !methods.some((method) => disposalMethods[method].for === one));
  if (without) return `Say how what is ${without === 'paper' ? 'on paper' : 'electronic'} was disposed of.`;
  const foreign = methods.find((method) => !media.includes(disposalMethods[method].for));
  return foreign ? `“${disposalMethods[foreign].text}” is not for such copies.` : null;
}
