import type { ProcessModel } from '../../model';
import type { Bounds, Layout } from './geometry';

/** As much of bpmn-moddle's object tree as is written here. */
interface Part {
  readonly $type: string;
  readonly id: string;
  diagrams?: readonly Part[];
  readonly rootElements?: readonly Part[];
  readonly flowElements?: readonly Part[];
  /** Groups and notes. */
  readonly artifacts?: readonly Part[];
  readonly sourceRef?: Part;
  readonly targetRef?: Part;
  get(name: 'incoming' | 'outgoing'): Part[];
}

/** The same BPMN 2.0 XML with this layout in place of any it had. Throws where it has groups or notes. */
export async function withLayout(xml: string, model: ProcessModel, layout: Layout): Promise<string> {
  // Published as ES modules only, while the project is CommonJS.
  const { BpmnModdle } = await import('bpmn-moddle');
  const moddle = new BpmnModdle();
  const make = (type: string, values: object): unknown => moddle.create(type, values);
  const root = (await moddle.fromXML(xml)).rootElement as Part;
  const process = root.rootElements?.find(({ $type }) => $type === 'bpmn:Process');
  if (!process) throw new Error('There is no process in it.');
  const parts = partsOf(process);
  refuseArtifacts([process, ...parts]);
  parts.forEach(connect);
  const byId = new Map(parts.map((part) => [part.id, part]));
  const bounds = (at: Bounds) => make('dc:Bounds', { x: at.x, y: at.y, width: at.width, height: at.height });
  const label = (id: string) => {
    const at = layout.labels.get(id);
    return at ? { label: make('bpmndi:BPMNLabel', { bounds: bounds(at) }) } : {};
  };
  const shapes = model.nodes.map(({ id, type }) =>
    make('bpmndi:BPMNShape', {
      id: `${id}-shape`,
      bpmnElement: byId.get(id),
      ...(type === 'exclusive-gateway' ? { isMarkerVisible: true } : {}),
      ...(type.endsWith('sub-process') ? { isExpanded: true } : {}),
      bounds: bounds(layout.shapes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 }),
      ...label(id),
    }),
  );
  const edges = model.flows.map(({ id }) =>
    make('bpmndi:BPMNEdge', {
      id: `${id}-edge`,
      bpmnElement: byId.get(id),
      waypoint: (layout.routes.get(id) ?? []).map(({ x, y }) => make('dc:Point', { x, y })),
      ...label(id),
    }),
  );
  const plane = make('bpmndi:BPMNPlane', {
    id: `${process.id}-plane`,
    bpmnElement: process,
    planeElement: [...shapes, ...edges],
  });
  root.diagrams = [make('bpmndi:BPMNDiagram', { id: `${process.id}-layout`, plane }) as Part];
  return (await moddle.toXML(root, { format: true })).xml;
}

const partsOf = (parent: Part): readonly Part[] =>
  (parent.flowElements ?? []).flatMap((part) => [part, ...partsOf(part)]);

/** A group says nowhere what belongs to it, and a note has no place in the flow: only a person can place them. */
function refuseArtifacts(parts: readonly Part[]): void {
  const ids = parts.flatMap(({ artifacts = [] }) => artifacts.map(({ id }) => id));
  if (ids.length > 0)
    throw new Error(
      `${ids.join(', ')}: groups and notes are placed by hand; take them out to lay it out anew.`,
    );
}

/** Editors expect each node to name its flows; whoever writes a diagram by hand may leave that out. */
function connect(flow: Part): void {
  const [out, into] = [flow.sourceRef?.get('outgoing'), flow.targetRef?.get('incoming')];
  if (out && !out.includes(flow)) out.push(flow);
  if (into && !into.includes(flow)) into.push(flow);
}
