import { failedTests, portabilityTests, type PortabilityTest } from '../../../domain/cases/portability/tests';
import type { Row } from '../../../forms/form';
import { testedOf } from '../../../forms/portability/assess';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';
import { lastWritten, wrote } from '../file';
import type { DetailsByElement } from './needed';

/** What the letters of a portability request say beyond what all letters say. */
export const portability: DetailsByElement = {
  respond: ({ file }) => answer(file),
};

/** What is handed over and what is not, each with the test it failed (UK GDPR Arts 12(4), 20). */
function answer(file: CaseFile): Details {
  const { result, limitReasons, withheld, transmitted, enclosed } = file.step.data;
  const rows = (lastWritten(file, 'assess-scope').personal.activities ?? []) as readonly Row[];
  const refused = rows.flatMap((row) => groundsFor(row, file));
  const harm = withheld === true ? [HARM] : [];
  return {
    result: result ?? null,
    refused: refused.length + harm.length > 0,
    limitReasons: limitReasons === 'yes',
    grounds: [...refused, ...harm],
    transmitted: transmitted === true,
    enclosed: enclosed === true,
    purposes: rows
      .filter((row) => failedTests(testedOf(row)).length === 0)
      .map((row) => purposeOf(row, file)),
    notFeasible:
      lastWritten(file, 'review').codes.transmission === 'not-feasible'
        ? wrote(file, 'review', 'notFeasible')
        : '',
  };
}

const HARM =
  'Some of it is withheld or blacked out, because handing it over would harm the rights and freedoms of other people (Article 20(4) of the UK GDPR).';

/** One sentence for each test that was not met, with the reason as it was written for the person. */
const groundsFor = (row: Row, file: CaseFile): string[] =>
  failedTests(testedOf(row)).map((test) =>
    `“${purposeOf(row, file)}”: ${portabilityTests[test].notMet} ${reasonOf(row, test)}`.trim(),
  );

const reasonOf = (row: Row, test: PortabilityTest): string => {
  const reason = row[`${test}Reason`];
  return typeof reason === 'string' ? reason : '';
};

const purposeOf = ({ record }: Row, { profile }: CaseFile): string =>
  profile.processingRecords.find(({ id }) => id === record)?.purpose ?? String(record);
