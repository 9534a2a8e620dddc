import { deadline } from '../../../domain/clock';
import { chapters, inputOf } from '../../../domain/clock/examples';

/** Computes every worked example and prints the results; machine.test.ts runs it on different machines. */
const results = Object.values(chapters).flatMap((examples) =>
  examples.map((example) => deadline(inputOf(example))),
);

process.stdout.write(JSON.stringify(results));
