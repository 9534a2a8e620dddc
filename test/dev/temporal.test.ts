import { randomUUID } from 'node:crypto';
import { TypedSearchAttributes, defineSearchAttributeKey } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { until } from '../../dev/wait';
import { localServer, timeSkipping } from '../support/temporal';
import { reminder, replied } from './workflows/reminder';

const taskQueue = 'reminders';
const workerOn = (environment: TestWorkflowEnvironment): Promise<Worker> =>
  Worker.create({
    connection: environment.nativeConnection,
    taskQueue,
    workflowsPath: require.resolve('./workflows/reminder'),
  });

describe('the time-skipping server', () => {
  let environment: TestWorkflowEnvironment;
  beforeAll(async () => {
    environment = await timeSkipping();
  });
  afterAll(() => environment.teardown());

  it('lets thirty days pass in a moment', async () => {
    const worker = await workerOn(environment);
    const before = await environment.currentTimeMs();

    const outcome = await worker.runUntil(
      environment.client.workflow.execute(reminder, { taskQueue, workflowId: randomUUID() }),
    );

    expect(outcome).toBe('overdue');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 24 * 3_600_000);
  });

  it('takes updates while time stands still', async () => {
    const worker = await workerOn(environment);
    const outcome = await worker.runUntil(async () => {
      const handle = await environment.client.workflow.start(reminder, {
        taskQueue,
        workflowId: randomUUID(),
      });
      await handle.executeUpdate(replied);
      return handle.result();
    });

    expect(outcome).toBe('replied');
  });
});

describe('the local Temporal server', () => {
  let environment: TestWorkflowEnvironment;
  beforeAll(async () => {
    environment = await localServer();
  });
  afterAll(() => environment.teardown());

  it('knows the search attributes of cases, so that cases can be listed by them', async () => {
    const due = defineSearchAttributeKey('CaseDue', 'DATETIME');
    const kind = defineSearchAttributeKey('CaseKind', 'KEYWORD');
    const workflowId = randomUUID();
    await environment.client.workflow.start(reminder, {
      taskQueue,
      workflowId,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: kind, value: 'subject-access' },
        { key: due, value: new Date('2026-12-21T00:00:00Z') },
      ]),
    });

    const query = "CaseKind = 'subject-access' AND CaseDue < '2027-01-01T00:00:00Z'";
    const listed = await until('the workflow to be listed', async () => {
      const found = [];
      for await (const one of environment.client.workflow.list({ query })) found.push(one.workflowId);
      return found.length > 0 && found;
    });

    expect(listed).toEqual([workflowId]);
  });
});
