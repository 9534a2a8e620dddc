/** As much of bpmn-moddle's object tree as is read here. */
export interface Element {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly documentation?: readonly { readonly text: string }[];
  readonly flowElements?: readonly Element[];
  readonly rootElements?: readonly Element[];
  readonly eventDefinitions?: readonly {
    readonly $type: string;
    readonly errorRef?: { readonly errorCode?: string };
  }[];
  readonly isInterrupting?: boolean;
  /** Attributes that are not BPMN's own, by their name with its prefix. */
  readonly $attrs?: Readonly<Record<string, string>>;
  readonly triggeredByEvent?: boolean;
  readonly loopCharacteristics?: { readonly $type: string; readonly isSequential?: boolean };
  readonly sourceRef?: Element;
  readonly targetRef?: Element;
}

interface Parsed {
  readonly rootElement: Element;
  readonly warnings: readonly { readonly message: string }[];
}

/** Reads BPMN 2.0 XML. Throws where it is not well-formed, or a reference leads nowhere. */
export async function readBpmn(xml: string): Promise<Element> {
  // Published as ES modules only, while the project is CommonJS.
  const { BpmnModdle } = await import('bpmn-moddle');
  const { rootElement, warnings } = (await new BpmnModdle().fromXML(xml)) as Parsed;
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.message).join('\n'));
  return rootElement;
}
