import type { Codes } from '../../../domain/cases/process';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten, wrote } from '../file';
import { groundOf } from './exemptions';
import type { DetailsByElement } from './needed';
import { refusal } from './refusal';
import { concerning } from './shared';
import { undoneOn } from './undone';
import { recipientNames } from './told';

/** What the letters of restriction say beyond what all letters say. */
export const restriction: DetailsByElement = {
  'outcome-letter': ({ file }) => outcome(file),
  /** UK GDPR Art 12(4)(a): where nothing is restricted. */
  'refusal-letter': ({ file }) => refusal(file, refusedFor(file)),
  'notify-lifted': ({ file }) => concerning(file),
};

const notMet =
  'Article 18(1) of the UK GDPR gives a right to restriction on four grounds. We have checked each of them, and none is met.';

const NOT_MARKED = 'it could not be restricted there';

/** None of the grounds is met, or one is and no system can mark it. */
function refusedFor(file: CaseFile): readonly string[] {
  const undone = undoneOn(file, NOT_MARKED);
  return undone.length > 0 ? undone : [notMet, ...reasonsOf(file)];
}

/** What is restricted, and the grounds of what is not (UK GDPR Arts 12(4), 18(1)). */
function outcome(file: CaseFile): Details {
  const { result, limitReasons } = file.step.data;
  const undone = undoneOn(file, NOT_MARKED);
  const part = result === 'part';
  return {
    result: result ?? null,
    told: recipientNames(file, 'assess-grounds'),
    refused: part || undone.length > 0,
    limitReasons: limitReasons === 'yes',
    grounds: [...(part ? partRefused(file, lastWritten(file, 'assess-grounds').codes) : []), ...undone],
  };
}

/** The reasons as they were written for the person; where an exemption is the ground, no more than that. */
const partRefused = (file: CaseFile, { why, exemption }: Codes): readonly string[] =>
  why === 'exempt' ? [groundOf(exemption, 'restriction')] : reasonsOf(file);

const reasonsOf = (file: CaseFile): readonly string[] =>
  [wrote(file, 'assess-grounds', 'refusalReasons')].filter(Boolean);
