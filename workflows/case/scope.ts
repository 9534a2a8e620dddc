import { RESERVED_IN_KEYS, type StepKey } from '../../domain/cases/process';

/**
 * Gives each visit of a step its key. A scope is the path of repeated items, sub-processes and event
 * sub-processes it stands in; each counts by itself, so that parallel branches never share an occurrence.
 */
export class Scope {
  private readonly visits = new Map<string, number>();

  constructor(readonly path: string = '') {}

  /** The key of the next visit of an element here. */
  next(element: string): StepKey {
    const visit = (this.visits.get(element) ?? 0) + 1;
    this.visits.set(element, visit);
    return `${this.path}${element}#${visit}`;
  }

  /** The scope inside a step: of an embedded or event sub-process, or of one item of a repeated one. */
  inside(step: StepKey, item?: string): Scope {
    if (item !== undefined && (item === '' || RESERVED_IN_KEYS.test(item)))
      throw new TypeError(`An item key may not be empty or contain # [ ] / :, as in ${step}`);
    return new Scope(item === undefined ? `${step}/` : `${step}[${item}]/`);
  }
}
