import type { Request, Response } from 'express';
import { searchPeople } from '../../../forms/people';
import type { PersonHit } from '../../../register/people';
import { viewerOf } from '../../auth/signed-in';
import type { Body } from '../../forms/page';
import { typed } from '../../forms/page';
import { formView } from '../../forms/view';
import { kindTitle, stageTitles } from '../../presentation/words';
import type { Services } from '../../services';
import { flagText, foundBy } from './words';

const action = '/people/search';
const empty = { text: 'Enter at least one letter or number to find somebody by.', field: 'text' };

export const getSearch = (_req: Request, res: Response): void =>
  res.render('people/search', { view: formView(searchPeople, { action, choices: {} }) });

/** What was typed travels in the body, so that no name stands in an address or a log. */
export function postSearch({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const body = req.body as Body;
    const text = typed(body, 'text').trim();
    if (text === '') {
      const errors = [{ field: empty.field, message: empty.text }];
      return res
        .status(422)
        .render('people/search', { view: formView(searchPeople, { action, choices: {}, body, errors }) });
    }
    const viewer = viewerOf(req);
    const profile = register.organisations.get(viewer.organisationId);
    const types = new Map(profile.personTypes.map(({ id, label }) => [id, label]));
    const hits = await register.people.search(viewer, text.slice(0, 200));
    const flags = new Map(
      await Promise.all(
        hits.map(async ({ id }) => [id, (await register.people.find(viewer, id))?.flags ?? []] as const),
      ),
    );
    const matters = await register.cases.searchMatters(viewer, text.slice(0, 200));
    res.render('people/search', {
      view: formView(searchPeople, { action, choices: {}, body }),
      matters: matters.map((one) => ({
        ...one,
        kind: kindTitle(one.kind),
        stage: stageTitles[one.stage],
      })),
      people: hits.map((hit) => rowOf(hit, types, flags.get(hit.id) ?? [])),
    });
  };
}

const rowOf = (hit: PersonHit, types: ReadonlyMap<string, string>, flags: readonly string[]): object => ({
  ...hit,
  href: hit.source === 'person' ? `/people/${hit.id}` : null,
  type: types.get(hit.personType) ?? hit.personType,
  foundBy: foundBy(hit.matched),
  flags: flags.map(flagText),
});
