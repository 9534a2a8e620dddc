import type { Values } from '../../forms/form';
import type { SectionName } from '../../forms/impact-assessment/sections';
import type { Written } from '../../forms/impact-assessment/whole';

/** What an invented project lead writes in each section. */
export const sectionsWritten: Readonly<Record<SectionName, Values>> = {
  description: {
    what: 'Cameras in the lifts of two blocks, kept for thirty days.',
    flow: 'From the camera to a recorder in the basement.',
    people: 'Residents and visitors, about 400.',
    categories: 'Pictures of people.',
    retention: 'Thirty days, then overwritten.',
    systems: ['housing-management'],
  },
  purposes: {
    purposes: 'To find out who damages the lifts.',
    basis: ['6(1)(f)'],
    interests: 'Working lifts.',
  },
  necessity: {
    necessity: 'Repairs alone did not help.',
    proportionality: 'Only the lifts, no sound.',
    minimisation: 'Low resolution, thirty days.',
    rights: 'Signs in each lobby.',
  },
  consultation: { sought: 'yes', who: 'A meeting of residents in October.', views: 'Most agreed.' },
  sharing: { processors: [{ name: 'Lift Cameras Ltd', does: 'Maintains the recorder', contract: 'yes' }] },
  risks: {
    risks: [
      {
        source: 'A neighbour sees the recordings.',
        impact: 'Visitors are known.',
        likelihood: '4',
        severity: '4',
      },
    ],
  },
  measures: { measures: [{ risk: 1, measure: 'Blur the doors of flats.', state: 'in-place' }] },
  residual: {
    risks: [
      {
        source: 'A neighbour sees the recordings.',
        likelihood: '2',
        severity: '4',
        because: 'Two people may look, and each time is logged.',
      },
    ],
  },
};

/** The same as the record holds it, with a screening and one round of advice. */
export function written(): Written[] {
  const at = '2026-11-20T10:00:00Z';
  const said: readonly (readonly [string, Values])[] = [
    [
      'screen',
      { automatic: ['public-monitoring'], newSystem: 'yes', reasons: 'Cameras.', because: ['art-35-3'] },
    ],
    ...Object.entries(sectionsWritten).map(([name, values]) => [`assessment-${name}`, values] as const),
    ['dpo-advice', { next: 'on', residual: 'not-high', advice: 'proceed', reasons: 'Enough for now.' }],
  ];
  return said.map(([form, values], index) => ({
    ...{ id: String(index), form, at, actorId: null, values },
    by: form === 'dpo-advice' ? 'Ida Reed, DPO' : '',
  }));
}
