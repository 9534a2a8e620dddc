/** The package brings types for BPMN's elements, but none for its own entry. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: unknown; readonly warnings: readonly Error[] }>;
    toXML(root: unknown, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
    create(type: string, values: object): unknown;
  }
}
