/** The package brings types for BPMN's elements, but none for its own entry. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<unknown>;
  }
}
