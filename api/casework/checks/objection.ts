import type { CaseKind } from '../../../domain/cases/kinds';
import type { Refusal, StepKey } from '../../../domain/cases/process';
import type { FieldError, Form, Setting, Values } from '../../../forms/form';
import type { Register } from '../../../register';

/** What speaks against finishing a task with these answers. */
export interface Objections {
  readonly refusal: Refusal | null;
  readonly errors: readonly FieldError[];
}

/** A task about to be finished. */
export interface Finishing {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly element: string;
  readonly step: StepKey;
  readonly item: string | null;
  readonly form: Form;
  readonly values: Values;
  readonly setting: Setting;
}

export type Check = (register: Register, finishing: Finishing) => Promise<Objections> | Objections;

export type ChecksByElement = Readonly<Record<string, Check>>;

export const none: Objections = { refusal: null, errors: [] };

export const atField = (field: string, message: string): Objections => ({
  refusal: null,
  errors: [{ field, message }],
});

export const refused = (code: string, message: string): Objections => ({
  refusal: { code, message },
  errors: [],
});
