import type { Story } from '../story';
import type { Tale } from '../stories';

const lift = {
  source: 'Recordings are watched without need.',
  impact: 'Neighbours learn who visits whom.',
} as const;

const inTurn: Readonly<Record<string, object>> = {
  description: {
    what: 'Cameras in the lifts of two blocks, kept for thirty days.',
    flow: 'From the camera to a recorder on site; copies only for the police.',
    people: 'Residents and visitors, about 400.',
    categories: 'Pictures of people.',
    retention: 'Thirty days, then overwritten.',
  },
  purposes: { purposes: 'To stop damage to the lifts.', interests: 'Working lifts for everybody.' },
  necessity: {
    necessity: 'More patrols did not help.',
    proportionality: 'Lifts only, no sound.',
    minimisation: 'Low resolution; doors of flats are blurred.',
    rights: 'Signs in each lobby, and the privacy notice.',
  },
  consultation: { who: 'A meeting of residents in October.', views: 'Most agreed; two asked for blurring.' },
  sharing: { processors: [{ name: 'Lift Cameras Ltd', does: 'Maintains the recorder', contract: 'yes' }] },
  risks: { risks: [{ ...lift, likelihood: '4', severity: '4' }] },
  measures: {
    measures: [{ risk: 1, measure: 'Two people may watch, and each time is logged.', state: 'in-place' }],
  },
  residual: {
    risks: [{ source: lift.source, likelihood: '2', severity: '4', because: 'Each look is on record.' }],
  },
};

const codes: Readonly<Record<string, object>> = {
  purposes: { basis: ['6(1)(f)'] },
  consultation: { sought: 'yes' },
};

/** Screened and written, section by section. */
async function written({ c }: Story): Promise<void> {
  await c.complete(
    'screen',
    {
      automatic: ['public-monitoring'],
      newSystem: 'yes',
      required: true,
      because: ['art-35-3', 'house-rule'],
    },
    { role: 'handler', personal: { reasons: 'Cameras in places that many people use.' } },
  );
  await c.task('write-assessment');
  for (const [section, personal] of Object.entries(inTurn))
    await c.send({
      ...{ action: 'save-section', form: `assessment-${section}`, role: 'handler' },
      codes: { ...codes[section], section, basedOn: 'nothing' },
      personal: { ...personal },
    });
  await c.complete('write-assessment', { complete: true, residual: 'medium' }, { role: 'handler' });
}

const project = {
  kind: 'impact-assessment',
  organisation: 'new-park-village',
  received: 0,
  channel: 'web',
} as const;

export const assessmentTales: readonly Tale[] = [
  {
    about: 'an impact assessment just started, to be screened',
    ...project,
    title: 'Smart meters in the laundry',
    request: 'Meters that show who used which machine, to share the cost fairly.',
    tell: async () => undefined,
  },
  {
    about: 'an impact assessment written, waiting for the review of governance',
    ...project,
    title: 'Cameras in the lifts',
    request: 'Cameras in the lifts of two blocks, because of damage.',
    tell: written,
  },
];
