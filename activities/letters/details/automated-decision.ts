import type { AutomatedDecision } from '../../../domain/organisation/profile';
import {
  notPermittedTexts,
  UNREGISTERED,
  type NotPermitted,
} from '../../../domain/cases/automated-decision/rules';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten, wrote } from '../file';
import type { DetailsByElement } from './needed';
import { undoneOf, undoneOn } from './undone';

/** What the letters about an automated decision say beyond what all letters say. */
export const automatedDecision: DetailsByElement = {
  explain: ({ file }) => ({ decision: decisionOf(file) ?? null }),
  'outcome-letter': ({ file }) => outcome(file),
};

/** What a letter tells of a decision (UK GDPR Art 15(1)(h)); of one in the register it says nowhere who runs it. */
interface Told extends Pick<AutomatedDecision, 'title' | 'logic' | 'significance' | 'safeguards'> {
  readonly ranBy: string;
}

/** The decision as the register has it or, where it is not in the register, as it was described in the case. */
function decisionOf(file: CaseFile): Told | undefined {
  const { decision } = lastWritten(file, 'identify-decision').codes;
  if (decision === UNREGISTERED) return described(file);
  const found = file.profile.automatedDecisions.find(({ id }) => id === decision);
  return found && { ...found, ranBy: '' };
}

function described(file: CaseFile): Told {
  const said = (field: string): string => wrote(file, 'identify-decision', field);
  return {
    ...{ title: said('what'), logic: said('logic'), significance: said('significance') },
    ...{ ranBy: said('ranBy'), safeguards: '' },
  };
}

function outcome(file: CaseFile): Details {
  const { result, limitReasons } = file.step.data;
  const { solelyAutomated, forbiddenBy } = lastWritten(file, 'identify-decision').codes;
  const refused = result === 'refused';
  const why = solelyAutomated === 'no' ? PERSON_DECIDED : NOT_SIGNIFICANT;
  const undone = undoneOn(file, 'the new decision could not be entered there');
  return {
    result: result ?? null,
    refused: refused || undone.length > 0,
    limitReasons: limitReasons === 'yes',
    grounds: refused ? [why] : undone,
    undone: undoneOf(file),
    decision: decisionOf(file) ?? null,
    notPermitted: typeof forbiddenBy === 'string' ? notPermittedTexts[forbiddenBy as NotPermitted] : '',
  };
}

const PERSON_DECIDED =
  'A person was meaningfully involved in the decision, so it was not taken by computer alone (Article 22A of the UK GDPR).';
const NOT_SIGNIFICANT =
  'The decision has no legal effect for you and does not affect you in a similarly significant way (Article 22A of the UK GDPR).';
