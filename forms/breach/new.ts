/** What comes to light of a breach beside its process: more to contain, somebody else to tell. */
import type { FieldError, Form, Setting, Values } from '../form';
import { listed } from '../form';
import { error } from '../shared/choices';
import { measures, words } from './choices';
import { givenCodes, givenField, wronglyGiven } from './given';

export const somethingNew: Form = {
  id: 'something-new',
  title: 'Something new has come to light',
  intro:
    'Each measure and each body becomes a task at once; another controller is told by the same notice as the first ones (Art 33(2)). Where the risk is higher than was decided, say so in the follow-up for the regulator or, once the notification is complete, under “The risk is higher than was decided”.',
  submit: 'Take it up',
  fields: [
    words('what', 'What has come to light?', { hint: 'Without names where you can' }),
    {
      name: 'measures',
      label: 'What else contains it?',
      kind: 'checkboxes',
      options: measures,
      optional: true,
    },
    givenField,
    words('instructions', 'What exactly is to be done', {
      hint: 'Whoever contains it sees these words and nothing else of the case.',
      optional: true,
    }),
    {
      name: 'others',
      label: 'Who else must or should know?',
      kind: 'checkboxes',
      options: 'all-to-tell',
      optional: true,
    },
  ],
  check: (values, setting) => [
    ...nothingChosen(values),
    ...toldAlready(values, setting),
    ...wronglyGiven(values, setting),
  ],
  derive: (values, setting) => {
    const controllers = controllersAmong(values, setting);
    const concerned = [...addedBefore(setting), ...controllers];
    return {
      ...givenCodes(values),
      ...(controllers.length > 0 && { controllers }),
      ...(concerned.length > 0 && { concerned }),
    };
  },
};

/** Arts 33(4), 34: whatever else of the case is over, until it is closed. */
export const riskHigher: Form = {
  id: 'risk-higher',
  title: 'The risk is higher than was decided',
  intro:
    'It is assessed, advised on and decided anew at once. The regulator gets a further notification (Art 33(4)), and people are told where the risk is high (Art 34(1)). Nobody told already is told twice.',
  submit: 'Have it judged anew',
  fields: [words('news', 'What has been found?', { hint: 'Without names where you can' })],
};

const nothingChosen = ({ measures: chosen, others }: Values): readonly FieldError[] =>
  [chosen, others].some((one) => listed(one).length > 0)
    ? []
    : error('measures', 'Choose a measure, or somebody to tell. To record it alone, add a note.');

/** Each controller has one notice. */
function toldAlready(values: Values, setting: Setting): readonly FieldError[] {
  const known = [...listed(setting.said('triage').controllers), ...addedBefore(setting)];
  const twice = controllersAmong(values, setting).find((id) => known.includes(id));
  const name = setting.profile.controllers.find(({ id }) => id === twice)?.name;
  return name === undefined
    ? []
    : error('others', `${name} is told already: say what is new under “Assist the controller”.`);
}

const controllersAmong = ({ others }: Values, { profile }: Setting): readonly string[] =>
  listed(others).filter((chosen) =>
    profile.controllers.some(({ id, ourRole }) => id === chosen && ourRole !== 'controller'),
  );

const addedBefore = ({ every }: Setting): readonly string[] =>
  listed(every('something-new').findLast(({ concerned }) => concerned !== undefined)?.concerned);
