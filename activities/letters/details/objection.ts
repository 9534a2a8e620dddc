import { stops, type Finding } from '../../../domain/cases/objection/grounds';
import type { Row } from '../../../forms/form';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import { groundOf } from './exemptions';
import type { DetailsByElement } from './needed';
import { undoneOf, undoneOn } from './undone';
import { recipientNames } from './told';

/** What the letters of an objection say beyond what all letters say. */
export const objection: DetailsByElement = {
  'outcome-letter': ({ file }) => outcome(file),
};

/** What goes on although the person objects, each use with its article (UK GDPR Arts 12(4), 21(1), (6)). */
function outcome(file: CaseFile): Details {
  const { result, limitReasons } = file.step.data;
  const uses = (lastWritten(file, 'assess-objection').personal.uses ?? []) as readonly Row[];
  const goOn = uses.filter(({ finding }) => !stops(finding as Finding));
  return {
    result: result ?? null,
    told: recipientNames(file, 'assess-objection'),
    refused: result !== 'upheld',
    limitReasons: limitReasons === 'yes',
    grounds: [...new Set([...goOn.map(groundFor), ...undoneOn(file, 'it could not be stopped there')])],
    undone: undoneOf(file),
  };
}

const because: Readonly<Partial<Record<Finding, string>>> = {
  compelling:
    'we have compelling legitimate grounds that override your interests, rights and freedoms (Article 21(1) of the UK GDPR).',
  'legal-claims': 'we need it for legal claims (Article 21(1) of the UK GDPR).',
  'public-interest-task':
    'the research or statistics are necessary for a task carried out in the public interest (Article 21(6) of the UK GDPR).',
  'other-basis':
    'it rests on a basis to which the right to object does not apply (Article 21(1) of the UK GDPR).',
};

/** The reasons as they were written for the person; where an exemption is the ground, no more than that. */
function groundFor({ finding, what, reasons, exemption }: Row): string {
  const why = because[finding as Finding];
  return why ? `“${String(what)}” goes on: ${why} ${String(reasons)}` : groundOf(exemption, 'objection');
}
