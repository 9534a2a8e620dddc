/** A small diagram in BPMN 2.0, for what is refused and what is generated: it can be varied by its parts. */
export function diagram(parts: readonly string[], process: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="small" targetNamespace="urn:test">
  <bpmn:process id="${process}" name="Rectification" isExecutable="false">${parts.join('')}</bpmn:process>
  ${parts.join('').includes('refused-error') ? error : ''}
</bpmn:definitions>`;
}

const error = '<bpmn:error id="refused-error" errorCode="refused" />';

export const start = '<bpmn:startEvent id="received" name="Request received" />';
export const end = '<bpmn:endEvent id="corrected" name="Corrected" />';
export const task = (id: string, name = 'Correct the record'): string =>
  `<bpmn:userTask id="${id}" name="${name}" />`;
export const flow = (from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${from}.${to}" sourceRef="${from}" targetRef="${to}" />`;

/** Received, corrected, done. */
export const smallest = [
  start,
  task('correct'),
  end,
  flow('received', 'correct'),
  flow('correct', 'corrected'),
];
