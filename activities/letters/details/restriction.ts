import type { Codes } from '../../../domain/cases/process';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten, wrote } from '../file';
import { groundOf } from './exemptions';
import type { DetailsByElement } from './needed';
import { refusal } from './refusal';
import { concerning } from './shared';

/** What the letters of restriction say beyond what all letters say. */
export const restriction: DetailsByElement = {
  'outcome-letter': ({ file }) => outcome(file),
  /** UK GDPR Art 12(4)(a): where nothing is restricted. */
  'refusal-letter': ({ file }) => refusal(file, [notMet, ...reasonsOf(file)]),
  'notify-lifted': ({ file }) => concerning(file),
};

const notMet =
  'Article 18(1) of the UK GDPR gives a right to restriction on four grounds. We have checked each of them, and none is met.';

/** What is restricted, and the grounds of what is not (UK GDPR Arts 12(4), 18(1)). */
function outcome(file: CaseFile): Details {
  const { result, limitReasons } = file.step.data;
  const refused = result === 'part';
  return {
    result: result ?? null,
    refused,
    limitReasons: limitReasons === 'yes',
    grounds: refused ? partRefused(file, lastWritten(file, 'assess-grounds').codes) : [],
  };
}

/** The reasons as they were written for the person; where an exemption is the ground, no more than that. */
const partRefused = (file: CaseFile, { why, exemption }: Codes): readonly string[] =>
  why === 'exempt' ? [groundOf(String(exemption))] : reasonsOf(file);

const reasonsOf = (file: CaseFile): readonly string[] =>
  [wrote(file, 'assess-grounds', 'refusalReasons')].filter(Boolean);
