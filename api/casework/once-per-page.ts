import type { Register } from '../../register';
import type { Viewer } from '../../register/viewer';

type Ask<Page, Answer> = (register: Register, viewer: Viewer, page: Page) => Promise<Answer>;

/**
 * The same question, asked once of the record for each page that was read: what a form offers, what it suggests and why
 * hang on one answer. A page is read anew for every request, so no answer outlives it.
 */
export function oncePerPage<Page extends object, Answer>(ask: Ask<Page, Answer>): Ask<Page, Answer> {
  const answers = new WeakMap<Page, Promise<Answer>>();
  return (register, viewer, page) => {
    const answer = answers.get(page) ?? ask(register, viewer, page);
    answers.set(page, answer);
    return answer;
  };
}
