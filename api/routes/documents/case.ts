import type { Request } from 'express';
import { itemsRefusal } from '../../../domain/cases/items';
import type { Refusal } from '../../../domain/cases/process';
import { definitionOf } from '../../../domain/cases/registry';
import { addDocuments, addToMatter } from '../../../forms/documents';
import type { Form } from '../../../forms/form';
import { mayOn } from '../../../register/visibility';
import { isMatter } from '../../casework/logging-form';
import { openCase as open } from '../../casework/open-case';
import type { Choices } from '../../forms/schema';
import { choicesOf } from '../../forms/options';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';

/** The case whose documents are looked at, with what every page of them needs. */
export interface DocumentsCase {
  readonly closed: boolean;
  /** About no single person: nothing of it is disclosed. */
  readonly matter: boolean;
  /** Whether the viewer may add files now. */
  readonly mayAdd: boolean;
  /** Why nothing may be decided of its items now, or null. */
  readonly decided: Refusal | null;
  /** What is asked of files that are added. */
  readonly adding: Form;
  /** Labels of the profile's systems, by id. */
  readonly systems: ReadonlyMap<string, string>;
  /** For the views. */
  readonly context: Readonly<Record<string, unknown>>;
  choices(form: Form): Promise<Choices>;
}

/** Throws NotFound for a case that does not exist for this viewer. */
export async function openCase(
  services: Services,
  req: Request<{ reference: string }>,
): Promise<DocumentsCase> {
  const { viewer, page } = await open(services, req);
  const { systems } = services.register.organisations.get(page.organisationId);
  const matter = isMatter(page.kind);
  return {
    closed: page.view.closed,
    matter,
    mayAdd: mayOn(viewer, page, 'document.add') && !page.view.closed,
    decided: itemsRefusal(definitionOf(page.kind), { closed: page.view.closed, tasks: page.tasks }),
    adding: matter ? addToMatter : addDocuments,
    systems: new Map(systems.map(({ id, label }) => [id, label])),
    context: { header: caseHeader(services, viewer, page, 'documents') },
    choices: (form) => choicesOf(form, services.register, { viewer, page }),
  };
}
