import { flow, smallest, task } from '../support/diagram';
import { folderOfDiagrams, tool, type Answer } from '../support/tool';

const withError = (tag: string, id: string, attributes = '') =>
  `<bpmn:${tag} id="${id}" ${attributes}><bpmn:errorEventDefinition id="${id}-trigger" errorRef="refused-error" /></bpmn:${tag}>`;
const event = (inside: string) =>
  `<bpmn:subProcess id="aside" triggeredByEvent="true">${inside}</bpmn:subProcess>`;
const terminate =
  '<bpmn:endEvent id="over"><bpmn:terminateEventDefinition id="over-trigger" /></bpmn:endEvent>';
const loop = '<bpmn:multiInstanceLoopCharacteristics isSequential="true" />';

/** One diagram for each fault, by the name it is given. */
const faulty: readonly [name: string, parts: readonly string[], reason: string][] = [
  ['odd-id', [task('Odd_Id')], 'Odd_Id: an id is in kebab-case'],
  ['two-ways-out', [task('inform'), flow('correct', 'inform')], 'correct: only a gateway may have more'],
  ['two-ways-in', [task('inform'), flow('inform', 'correct')], 'correct: join its ways in with a gateway'],
  [
    'split-and-join',
    [
      '<bpmn:exclusiveGateway id="both" />',
      ...['one', 'two', 'three', 'four'].map((id) => task(id)),
      ...[flow('one', 'both'), flow('two', 'both'), flow('both', 'three'), flow('both', 'four')],
    ],
    'both: a gateway either splits or joins, not both',
  ],
  ['uncaught', [withError('endEvent', 'refuse')], 'refuse: no event sub-process catches its error'],
  ['no-start', [`<bpmn:subProcess id="search">${task('look')}</bpmn:subProcess>`], 'exactly one start'],
  [
    'crossing',
    [`<bpmn:subProcess id="search">${task('look')}</bpmn:subProcess>`, flow('correct', 'look')],
    'correct.look: a flow joins two elements of one scope',
  ],
  [
    'soft-error',
    [event(withError('startEvent', 'refused', 'isInterrupting="false"'))],
    'always stops the work',
  ],
  ['inner-terminate', [event(terminate)], 'over: only the end of the process itself ends everything'],
  ['inclusive', ['<bpmn:inclusiveGateway id="some" />'], 'some: bpmn:InclusiveGateway of this form'],
  [
    'post-awaited',
    [
      '<bpmn:intermediateCatchEvent id="post"><bpmn:messageEventDefinition id="post-trigger" /></bpmn:intermediateCatchEvent>',
    ],
    'post: bpmn:IntermediateCatchEvent of this form',
  ],
  ['untyped', ['<bpmn:task id="something" />'], 'something: bpmn:Task of this form'],
  [
    'one-by-one',
    [`<bpmn:subProcess id="each">${loop}</bpmn:subProcess>`],
    'each: bpmn:SubProcess of this form',
  ],
  ['dangling', [flow('correct', 'nowhere')], 'unresolved reference <nowhere>'],
];

describe('a diagram that cannot be built on', () => {
  const folder = folderOfDiagrams();
  let answer: Answer;

  beforeAll(() => {
    for (const [name, parts] of faulty) folder.put(name, [...smallest, ...parts]);
    folder.put('misnamed', smallest, 'rectification');
    folder.put('not-xml', ['</bpmn:process>']);
    answer = tool('generate', folder.path);
  });

  it('stops the generation, with the faults of every diagram at once', () => {
    expect(answer).toMatchObject({ code: 1, out: '' });
  });

  it.each(faulty)('is refused, and named: %s', (name, _, reason) => {
    const lines = answer.err.split('\n').filter((line) => line.includes(`${name}.bpmn: `));
    expect(lines.join('\n')).toContain(reason);
  });

  it('is refused where the process does not have the name of its file', () => {
    expect(answer.err).toContain('misnamed.bpmn: the process in it must have the id misnamed.');
  });

  it('is refused where it is not well-formed', () => {
    expect(answer.err).toContain('not-xml.bpmn: ');
  });
});

describe('a diagram that can be built on', () => {
  const folder = folderOfDiagrams();

  it('is still refused by the check for what bpmnlint warns of', () => {
    folder.put('rectification', smallest);
    tool('generate', folder.path);
    const { code, out } = tool('check', folder.path);
    expect(code).toBe(1);
    expect(out).toContain('no-bpmndi');
  });
});
