import type { HiddenHow } from '../../domain/cases/items';
import { decideItem } from '../../forms/documents';
import type { Values } from '../../forms/form';
import type { Decision, DecisionInput, Disclosure, HiddenInput } from '../../register/documents';
import { decisionTag, exemptionOf } from './words';

/** A decision as the item's page tells it. */
export interface DecisionView {
  readonly text: string;
  readonly exemption: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  /** The questions of DPA Sch 2 ¶16 with their answers. */
  readonly balancing: readonly { readonly question: string; readonly answer: string }[];
}

/** All that was decided of an item, in the order given. */
export const decisionViews = (decisions: readonly Decision[]): DecisionView[] =>
  decisions.map((one) => ({
    text: decisionTag(one.decision).text,
    exemption: exemptionOf(one.exemption),
    by: one.decidedByName ?? 'A former member of staff',
    at: one.decidedAt,
    reason: one.reason,
    balancing: Object.entries(one.thirdParty ?? {}).flatMap(([name, answer]) => question(name, answer)),
  }));

function question(name: string, answer: unknown): { question: string; answer: string }[] {
  const field = decideItem.fields.find((one) => one.name === name);
  if (field?.kind !== 'radios' || typeof field.options === 'string') return [];
  const text = field.options.find(({ value }) => value === answer)?.text;
  return text === undefined ? [] : [{ question: field.label, answer: text }];
}

const balancing = ['consent', 'confidentiality', 'capable', 'informationType', 'reasonable'] as const;

/** What the record is told, from the answers of the form. */
export function decisionFrom(documentIds: readonly string[], values: Values): DecisionInput {
  const { decision, exemption, reason, thirdParty } = values;
  const answers = Object.fromEntries(balancing.map((name) => [name, values[name] as string | undefined]));
  return {
    documentIds,
    decision: decision as Disclosure,
    ...(typeof exemption === 'string' ? { exemption } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(thirdParty === 'yes' ? { thirdParty: answers } : {}),
  };
}

/** What the record is told of hidden content, from the answers of the form. */
export const hiddenFrom = ({ how, reason }: Values): HiddenInput => ({
  how: how as HiddenHow,
  ...(typeof reason === 'string' ? { reason } : {}),
});
