import { exceptions, isException, type KeptUnder } from '../../../domain/cases/erasure/exceptions';
import type { Row } from '../../../forms/form';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import { groundOf } from './exemptions';
import type { DetailsByElement } from './needed';
import { undoneOf, undoneOn } from './undone';
import { recipientNames } from './told';

/** What the letters of erasure say beyond what all letters say. */
export const erasure: DetailsByElement = {
  'outcome-letter': ({ file }) => outcome(file),
};

/** What is kept, under what and until when (UK GDPR Arts 12(4), 17(3)). */
function outcome(file: CaseFile): Details {
  const { result, limitReasons } = file.step.data;
  const parts = (lastWritten(file, 'assess-erasure').personal.parts ?? []) as readonly Row[];
  const kept = parts.filter(({ decision }) => decision === 'keep');
  return {
    result: result ?? null,
    told: recipientNames(file, 'assess-erasure'),
    refused: result !== 'erased',
    limitReasons: limitReasons === 'yes',
    erased: parts.filter(({ decision }) => decision === 'erase').map(({ what }) => String(what)),
    grounds: [...kept.map(groundFor), ...undoneOn(file, 'it could not be erased there')],
    undone: undoneOf(file),
  };
}

/** The part, the reasons as they were written for the person, and until when; of an exemption no more than that. */
function groundFor({ what, keptUnder, keptUntil, reasons }: Row): string {
  const under = keptUnder as KeptUnder;
  if (under !== 'no-ground' && !isException(under)) return groundOf(under, 'erasure');
  const why = isException(under)
    ? exceptions[under].said
    : 'None of the grounds of Article 17(1) of the UK GDPR is met, so the law does not give a right to have it erased.';
  return `“${String(what)}”: ${why} ${String(reasons)} How long we keep it: ${String(keptUntil)}`;
}
