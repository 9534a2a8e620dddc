/**
 * What erasure rests on, and what stands against it: closed lists (UK GDPR Art 17(1), (3); DPA Sch 2).
 * Workflow-safe.
 */

import { rightsExemptions, type ExemptionName, type Listed } from '../exemptions';
import type { Undone } from '../undone';

export type { ExemptionName, Listed } from '../exemptions';

/** Grounds on which the person has the right (UK GDPR Art 17(1)(a)–(g)). */
export const grounds = {
  'no-longer-needed': { article: 'Art 17(1)(a)', text: 'No longer necessary for what it was collected for' },
  'consent-withdrawn': { article: 'Art 17(1)(b)', text: 'Consent is withdrawn, and there is no other basis' },
  objection: {
    article: 'Art 17(1)(c)',
    text: 'They object, and nothing overrides it; or they object to direct marketing',
  },
  unlawful: { article: 'Art 17(1)(d)', text: 'It was processed unlawfully' },
  'legal-duty-to-erase': { article: 'Art 17(1)(e)', text: 'Domestic law obliges us to erase it' },
  'child-online': { article: 'Art 17(1)(f)', text: 'Collected from a child for an online service' },
  'malicious-allegation': {
    article: 'Art 17(1)(g)',
    text: 'An allegation by a malicious person, investigated, on which no further action is taken',
  },
} as const satisfies Readonly<Record<string, Listed>>;

export type Ground = keyof typeof grounds;

/** An exception, with what the reasons given for it must show and how a letter says it. */
interface Exception extends Listed {
  readonly mustShow: string;
  readonly said: string;
  /** What a policy calls it. */
  readonly policy: string;
}

/** To the extent that processing is necessary (UK GDPR Art 17(3)(a)–(e)). There is no other. */
export const exceptions = {
  expression: {
    article: 'Art 17(3)(a)',
    policy: 'freedom-of-expression',
    text: 'Freedom of expression and information',
    mustShow: 'whose expression it is, and why it outweighs the erasure',
    said: 'We need it for exercising the right of freedom of expression and information (Article 17(3)(a) of the UK GDPR).',
  },
  'legal-duty': {
    article: 'Art 17(3)(b)',
    policy: 'legal-obligation-or-public-task',
    text: 'A legal obligation to keep it, a task in the public interest, or official authority',
    mustShow: 'the law or the task, and how long it makes us keep it',
    said: 'The law obliges us to keep it, or we need it for a task in the public interest or in the exercise of official authority (Article 17(3)(b) of the UK GDPR).',
  },
  'public-health': {
    article: 'Art 17(3)(c)',
    policy: 'public-health',
    text: 'Public interest in the area of public health',
    mustShow: 'the purpose of public health, and who is bound by confidentiality',
    said: 'We need it for reasons of public interest in the area of public health (Article 17(3)(c) of the UK GDPR).',
  },
  archiving: {
    article: 'Art 17(3)(d)',
    policy: 'archiving-or-research',
    text: 'Archiving in the public interest, research or statistics',
    mustShow: 'how erasing would make that impossible or seriously impair it',
    said: 'We need it for archiving in the public interest, for research or for statistics, which erasing it would make impossible or seriously impair (Article 17(3)(d) of the UK GDPR).',
  },
  'legal-claims': {
    article: 'Art 17(3)(e)',
    policy: 'legal-claims',
    text: 'Establishing, exercising or defending legal claims',
    mustShow: 'the claim, made or to be expected, and until when',
    said: 'We need it to establish, exercise or defend legal claims (Article 17(3)(e) of the UK GDPR).',
  },
} as const satisfies Readonly<Record<string, Exception>>;

export type ExceptionName = keyof typeof exceptions;

/** Exemptions of the Act that reach Art 17(1) and (2); the others of Schedule 2 do not. */
export const exemptions = rightsExemptions;

/** Under what a part is kept: an exception, an exemption, or because no ground of Art 17(1) is met. */
export type KeptUnder = ExceptionName | ExemptionName | 'no-ground';

export const isException = (under: string | undefined): under is ExceptionName =>
  under !== undefined && under in exceptions;

/** One part of what was asked for, and what is decided about it. */
export interface Part {
  readonly ground: Ground | 'none';
  readonly decision: 'erase' | 'keep';
  readonly keptUnder?: KeptUnder;
}

/** Why that does not follow from the law, at which answer, or null. */
export function partFault({
  ground,
  decision,
  keptUnder,
}: Part): { readonly field: 'ground' | 'keptUnder'; readonly message: string } | null {
  if (decision === 'erase')
    return ground === 'none'
      ? {
          field: 'ground',
          message:
            'What is erased has a ground. If there is no reason to go on holding it, that is Art 17(1)(a).',
        }
      : null;
  if (ground === 'none' && keptUnder !== 'no-ground')
    return {
      field: 'keptUnder',
      message: 'Without a ground no exception is needed: choose that no ground of Art 17(1) is met.',
    };
  if (ground !== 'none' && keptUnder === 'no-ground')
    return {
      field: 'keptUnder',
      message:
        'A ground is met, so this is erased unless an exception of Art 17(3) or an exemption applies to it.',
    };
  return null;
}

/** How much of the request is refused (Art 12(4)). */
export type Refused = 'none' | 'part' | 'all';

export function refusedOf(parts: readonly Pick<Part, 'decision'>[]): Refused {
  const kept = parts.filter(({ decision }) => decision === 'keep').length;
  if (kept === 0) return 'none';
  return kept === parts.length ? 'all' : 'part';
}

/** How the case ends: what was impossible on a system was not erased; where nothing could be, all is refused. */
export function erasureOutcome(
  refused: Refused,
  { impossible, nowhere }: Undone,
): 'erased' | 'erased-in-part' | 'refused' {
  if (refused === 'all') return 'refused';
  if (nowhere) return 'refused';
  return refused === 'part' || impossible.length > 0 ? 'erased-in-part' : 'erased';
}
