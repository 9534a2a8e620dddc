/** The notification to the regulator as a structured pack (UK GDPR Art 33(3)–(4)): the same on the page, as PDF and as JSON. */
import type { Instant } from '../../clock/types';

export interface PackField {
  readonly name: string;
  readonly label: string;
  /** In words; empty where it is not known yet. */
  readonly value: string;
  /** The same for programs: the code or codes chosen, a number, or an instant (ISO 8601). Absent of free text. */
  readonly code?: string | number | readonly string[];
}

export interface PackSection {
  readonly title: string;
  readonly article: string | null;
  readonly fields: readonly PackField[];
}

export interface NotificationPack {
  readonly reference: string;
  /** 1 for the first notification; what follows is a follow-up. */
  readonly phase: number;
  readonly madeAt: Instant;
  readonly regulator: { readonly name: string; readonly url: string; readonly telephone: string };
  /** Report without undue delay, at latest …; absent once the first notification was filed. */
  readonly reportBy: string | null;
  readonly sections: readonly PackSection[];
}

/** Fields that nobody could fill in yet, by their labels: they follow in a later phase. */
export const stillMissing = ({ sections }: NotificationPack): readonly string[] =>
  sections.flatMap(({ fields }) => fields.filter(({ value }) => value === '').map(({ label }) => label));
