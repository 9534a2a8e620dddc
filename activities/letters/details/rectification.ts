import { granted, type Remedy } from '../../../domain/cases/rectification/remedies';
import { itemOf, listOf } from '../../../domain/cases/process';
import type { Row } from '../../../forms/form';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import { groundOf } from './exemptions';
import type { DetailsByElement } from './needed';

/** What the letters of rectification say beyond what all letters say. */
export const rectification: DetailsByElement = {
  'outcome-letter': ({ file }) => outcome(file),
};

/** Every particular with what came of it, and the grounds of what is refused (UK GDPR Arts 12(4), 16). */
function outcome(file: CaseFile): Details {
  const { result, limitReasons } = file.step.data;
  const impossible = listOf(file.step.data, 'impossible');
  const rows = (lastWritten(file, 'assess-accuracy').personal.particulars ?? []) as readonly Row[];
  const notGranted = rows.filter((row) => !granted(row.remedy as Remedy));
  return {
    result: result ?? null,
    refused: result !== 'rectified',
    limitReasons: limitReasons === 'yes',
    grounds: [...new Set([...notGranted.map(groundFor), ...impossible.map(notDoneOn(file))])],
  };
}

/** What a system could not do is not done, and the person learns why. */
const notDoneOn =
  ({ profile, written }: CaseFile) =>
  (system: string): string => {
    const label = profile.systems.find(({ id }) => id === system)?.label ?? system;
    const said = written.findLast(
      ({ form, step }) => form === 'carry-out' && step !== null && itemOf(step) === system,
    );
    return `${label}: it could not be done there. ${String(said?.personal.evidence ?? '')}`.trim();
  };

/** The reasons as they were written for the person; where an exemption is the ground, no more than that. */
const groundFor = ({ finding, what, reasons }: Row): string =>
  finding === 'exempt' ? groundOf('') : `“${String(what)}”: ${String(reasons)}`;
