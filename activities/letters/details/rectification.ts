import { granted, type Remedy } from '../../../domain/cases/rectification/remedies';
import type { Row } from '../../../forms/form';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import { groundOf } from './exemptions';
import type { DetailsByElement } from './needed';
import { undoneOf, undoneOn } from './undone';
import { recipientNames } from './told';

/** What the letters of rectification say beyond what all letters say. */
export const rectification: DetailsByElement = {
  'outcome-letter': ({ file }) => outcome(file),
};

/** Every particular with what came of it, and the grounds of what is refused (UK GDPR Arts 12(4), 16). */
function outcome(file: CaseFile): Details {
  const { result, limitReasons } = file.step.data;
  const rows = (lastWritten(file, 'assess-accuracy').personal.particulars ?? []) as readonly Row[];
  const notGranted = rows.filter((row) => !granted(row.remedy as Remedy));
  return {
    result: result ?? null,
    told: recipientNames(file, 'assess-accuracy'),
    refused: result !== 'rectified',
    limitReasons: limitReasons === 'yes',
    grounds: [...new Set([...notGranted.map(groundFor), ...undoneOn(file, 'it could not be done there')])],
    undone: undoneOf(file),
  };
}

/** The reasons as they were written for the person; where an exemption is the ground, no more than that. */
const groundFor = ({ finding, what, reasons, exemption }: Row): string =>
  finding === 'exempt' ? groundOf(exemption, 'rectification') : `“${String(what)}”: ${String(reasons)}`;
