import { HOUSING_OMBUDSMAN } from '../../../domain/organisation';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import type { DetailsByElement } from './needed';

/** What all letters of a complaint say beyond what all letters say. */
export const complaint: DetailsByElement = {
  acknowledge: ({ file }) => about(file),
  'progress-letter': ({ file }) => about(file),
  /** Housing Ombudsman's Code: by when stage 1 is answered once the person was told. */
  'stage1-notice': async ({ file, register }) => ({
    ...about(file),
    due: await register.cases.dueWith(
      file.step.reference,
      [{ type: 'stage1-extended', at: file.step.at }],
      'housing.stage1',
    ),
  }),
  'outcome-letter': ({ file }) => ({ ...about(file), result: file.step.data.result ?? null }),
  'closing-letter': ({ file }) => about(file),
};

/** Whether it is an internal review, and to whom a housing complaint may be taken as well. */
function about({ dossier: { facts }, profile }: CaseFile): Details {
  return {
    review: facts.about === 'information-request',
    statutory: facts.regime === 'foi' || facts.regime === 'eir',
    ombudsman:
      facts.alsoHousing === true
        ? (profile.otherBodies.find(({ id }) => id === HOUSING_OMBUDSMAN) ?? null)
        : null,
  };
}
