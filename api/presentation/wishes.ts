import { adjustmentKinds, wishesOf } from '../../domain/cases/wishes';
import { deliveryWays } from '../../forms/shared/choices';
import type { CasePage } from '../../register/cases';

/** How they want the answer and what they need, in words; null where nothing is known, and of a matter. */
export interface WishesInWords {
  readonly delivery: string | null;
  readonly adjustments: string | null;
}

export function wishesInWords({ facts, contents }: Pick<CasePage, 'facts' | 'contents'>): WishesInWords {
  if (!contents || contents.title) return { delivery: null, adjustments: null };
  const wishes = wishesOf(facts, contents);
  const labels: Readonly<Record<string, string>> = adjustmentKinds;
  const kinds = wishes.adjustmentKinds.map((kind) => labels[kind] ?? kind).join(', ');
  return {
    delivery: deliveryWays.find(({ value }) => value === wishes.delivery)?.text ?? null,
    adjustments: [kinds, wishes.adjustments].filter(Boolean).join(': ') || null,
  };
}
