import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessModel } from '../../../processes/model';
import { deletion, mainLine } from '../support/deletion';
import { end, flow, smallest, start, task } from '../support/diagram';
import { drawingIn, holds, overlaps, touches, type Box, type Drawing } from '../support/drawing';
import { folderOfDiagrams, tool } from '../support/tool';

const folder = folderOfDiagrams();
const file = (kind: string) => join(folder.path, `${kind}.bpmn`);
const kinds = ['subject-access', 'erasure'];
const subjectAccess = readFileSync(
  join(__dirname, '..', '..', '..', 'processes', 'subject-access.bpmn'),
  'utf8',
);
const many = Array.from({ length: 40 }, (_, index) => `step-${index}`);

beforeAll(() => {
  writeFileSync(file('subject-access'), subjectAccess);
  folder.put('erasure', deletion);
  const path = ['received', ...many, 'corrected'];
  const flows = path.slice(1).map((to, index) => flow(path[index] ?? '', to));
  folder.put('rectification', [start, ...many.map((id) => task(id)), end, ...flows]);
  const all = [...kinds, 'rectification'].map(file);
  expect(tool('layout', ...all)).toMatchObject({ code: 0, err: '' });
  expect(tool('generate', folder.path)).toMatchObject({ code: 0, err: '' });
});

describe.each(kinds)('the layout of %s', (kind) => {
  let drawn: Drawing;
  let model: ProcessModel;
  const shape = (id: string) => drawn.shapes.find((one) => one.id === id) as Box;
  const frames = () => new Set(model.nodes.map(({ scope }) => scope));

  beforeAll(() => {
    drawn = drawingIn(file(kind));
    model = JSON.parse(readFileSync(join(folder.path, `${kind}.model.generated.json`), 'utf8'));
  });

  it('draws every element and every flow, once', () => {
    expect(drawn.shapes.map(({ id }) => id).sort()).toEqual(model.nodes.map(({ id }) => id).sort());
    expect(drawn.lines.map(({ id }) => id).sort()).toEqual(model.flows.map(({ id }) => id).sort());
  });

  it('sets what a sub-process contains inside it', () => {
    const outside = model.nodes.filter(({ id, scope }) => scope && !holds(shape(scope), shape(id)));
    expect(outside).toEqual([]);
  });

  it('lets no shape cover another that does not contain it', () => {
    const covered = drawn.shapes.flatMap((one, index) =>
      drawn.shapes
        .slice(index + 1)
        .filter((other) => overlaps(one, other) && !holds(one, other) && !holds(other, one))
        .map((other) => [one.id, other.id]),
    );
    expect(covered).toEqual([]);
  });

  it('lets every flow begin and end at the border of its shapes, and run level or upright', () => {
    for (const { id, points } of drawn.lines) {
      const { from = '', to = '' } = model.flows.find((one) => one.id === id) ?? {};
      const [first, last] = [points[0], points.at(-1)];
      if (!first || !last || points.length < 2) throw new Error(`${id} is no line`);
      expect([id, touches(first, shape(from)), touches(last, shape(to))]).toEqual([id, true, true]);
      const bent = points
        .slice(1)
        .filter(({ x, y }, index) => x !== points[index]?.x && y !== points[index]?.y);
      expect([id, bent]).toEqual([id, []]);
    }
  });

  it('lets no flow cross a shape', () => {
    const crossed = drawn.lines.flatMap(({ id, points }) =>
      stretches(points).flatMap((stretch) =>
        drawn.shapes
          .filter((one) => overlaps(stretch, one) && !holds(one, { id, ...stretch }))
          .map((one) => [id, one.id]),
      ),
    );
    expect(crossed).toEqual([]);
  });

  it('names events, gateways and flows where no shape and no other name is covered', () => {
    const small = drawn.shapes.filter(({ id }) => !frames().has(id));
    const covered = drawn.labels.flatMap((label) =>
      [...small, ...drawn.labels]
        .filter((one) => one !== label && overlaps(label, one))
        .map(({ id }) => [label.id, id]),
    );
    expect(covered).toEqual([]);
    const named = model.flows.filter(({ name }) => name !== '').map(({ id }) => id);
    expect(drawn.labels.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  });

  it('is the same, to the byte, when it is laid out again', () => {
    const before = readFileSync(file(kind), 'utf8');
    expect(tool('layout', file(kind)).code).toBe(0);
    expect(readFileSync(file(kind), 'utf8')).toBe(before);
  });
});

/** A little room to either side of a line, so that one along a border counts as clear of it. */
const stretches = (points: Drawing['lines'][number]['points']) =>
  points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
  });

describe('laying out', () => {
  it('keeps the main line level, also through a sub-process', () => {
    const { shapes } = drawingIn(file('erasure'));
    const middles = shapes
      .filter(({ id }) => [...mainLine, 'tell-recipient'].includes(id))
      .map(({ y, height }) => y + height / 2);
    expect(new Set(middles).size).toBe(1);
  });

  it('stacks event sub-processes in a grid below everything else', () => {
    const { shapes } = drawingIn(file('erasure'));
    const asides = shapes.filter(({ id }) => ['extension', 'more', 'escalation', 'withdrawal'].includes(id));
    const rest = shapes.filter((one) => !asides.some((aside) => aside === one || holds(aside, one)));
    const lowest = Math.max(...rest.map(({ y, height }) => y + height));
    expect(asides.every(({ y }) => y > lowest)).toBe(true);
    expect(new Set(asides.map(({ width }) => width)).size).toBe(1);
  });

  it('draws tasks, events and gateways as large as the editor does', () => {
    const sizes = new Map(
      drawingIn(file('erasure')).shapes.map(({ id, width, height }) => [id, [width, height]]),
    );
    expect(['decide', 'received', 'await-retention', 'decision'].map((id) => sizes.get(id))).toEqual([
      [100, 80],
      [36, 36],
      [36, 36],
      [50, 50],
    ]);
  });

  it('breaks a process that is too long to be read into several lines', () => {
    const { shapes } = drawingIn(file('rectification'));
    expect(Math.max(...shapes.map(({ x }) => x))).toBeLessThan(3000);
    expect(new Set(shapes.filter(({ width }) => width === 100).map(({ y }) => y)).size).toBeGreaterThan(1);
  });

  it('makes diagrams that the check finds sound', () => {
    expect(tool('check', folder.path)).toMatchObject({ code: 0, err: '' });
  });

  it('refuses groups, which a person has placed, and leaves the diagram as it was', () => {
    const path = file('grouped');
    const grouped = subjectAccess.replace('</bpmn:process>', '<bpmn:group id="some-group" /></bpmn:process>');
    writeFileSync(path, grouped);
    const { code, err } = tool('layout', path);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('some-group: groups and notes are placed by hand'),
    ]);
    expect(readFileSync(path, 'utf8')).toBe(grouped);
    rmSync(path);
  });

  it('refuses a diagram that cannot be built on, names it, and leaves it as it was', () => {
    folder.put('restriction', [...smallest, '<bpmn:task id="something" />']);
    const before = readFileSync(file('restriction'), 'utf8');
    const { code, err } = tool('layout', file('restriction'));
    expect(code).toBe(1);
    expect(err).toContain('restriction.bpmn: something: bpmn:Task of this form');
    expect(readFileSync(file('restriction'), 'utf8')).toBe(before);
  });
});
