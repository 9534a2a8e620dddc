import type { CaseDefinition } from '../../domain/cases/definition';
import { RESERVED_IN_KEYS } from '../../domain/cases/process';
import { subjectAccess } from '../../domain/cases/subject-access';
import { isActivity, type NodeType } from '../../processes/model';
import { processes } from '../../processes/registry.generated';

const definition: CaseDefinition = subjectAccess;
const nodes = processes['subject-access']?.model.nodes ?? [];
const ids = (...types: NodeType[]) => nodes.filter(({ type }) => types.includes(type)).map(({ id }) => id);

describe('the diagram of subject access and its definition', () => {
  it('know the same tasks for people', () => {
    expect(ids('user-task').sort()).toEqual(Object.keys(definition.tasks).sort());
  });

  it('know the same letters', () => {
    expect(ids('send-task').sort()).toEqual(Object.keys(definition.letters).sort());
  });

  it('know the same work of the system itself', () => {
    expect(ids('service-task').sort()).toEqual(Object.keys(definition.services).sort());
  });

  it('agree on what each action starts', () => {
    const started = Object.values(definition.actions).flatMap(({ fires }) => fires ?? []);
    expect(ids('message-start')).toEqual(expect.arrayContaining(started));
  });

  it('agree that every event sub-process that waits for a message has an action that sends it', () => {
    const started = Object.values(definition.actions).flatMap(({ fires }) => fires ?? []);
    const waiting = nodes.filter(({ type, scope }) => type === 'message-start' && scope !== null);
    expect(waiting.map(({ id }) => id).sort()).toEqual(started.sort());
  });

  it('agree on which elements begin a stage', () => {
    const steps = nodes.filter(isActivity).map(({ id }) => id);
    const begins = definition.stages.flatMap(({ from }) => from);
    expect(begins.filter((id) => !steps.includes(id))).toEqual([]);
  });
});

describe('the diagram of subject access', () => {
  it('has a name for everything a person reads on it', () => {
    const joins = (id: string) =>
      !processes['subject-access']?.model.flows.some(
        ({ from }, _, all) => from === id && all.filter((flow) => flow.from === id).length > 1,
      );
    const nameless = nodes
      .filter(({ name }) => name === '')
      .filter(({ id, type }) => type !== 'parallel-gateway' && !joins(id));
    expect(nameless).toEqual([]);
  });

  it('names the answer on every way out of an exclusive gateway', () => {
    const flows = processes['subject-access']?.model.flows ?? [];
    const choices = ids('exclusive-gateway').map((id) => flows.filter(({ from }) => from === id));
    const unnamed = choices
      .filter((ways) => ways.length > 1)
      .flat()
      .filter(({ name }) => name === '');
    expect(unnamed).toEqual([]);
  });

  it('says of every task, in one sentence, what is done in it', () => {
    const tasks = nodes.filter(({ type }) => type.endsWith('-task'));
    expect(
      tasks.filter(({ documentation }) => !documentation?.endsWith('.') && !documentation?.endsWith('?')),
    ).toEqual([]);
  });

  it('uses only ids from which a step key can be built', () => {
    expect(nodes.filter(({ id }) => RESERVED_IN_KEYS.test(id))).toEqual([]);
  });
});
