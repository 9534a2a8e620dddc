import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { impactAssessmentVersion } from '../../processes/impact-assessment.generated';
import { timeSkipping } from '../support/temporal';
import { world } from '../support/world';

jest.setTimeout(120_000);
test('debug', async () => {
  const env = await timeSkipping();
  const w = await world(env);
  const lead = { role: 'project-lead' } as const;
  const c = await w.open({
    ...{ viewer: await w.staff('project-lead'), kind: 'impact-assessment', codes: {} },
    ...{ submissionId: randomUUID(), processVersion: impactAssessmentVersion, subject: undefined },
    contents: { title: 'Cameras', request: 'Cameras.' },
  } as never);
  await c.complete('screen', { required: true, because: ['house-rule'] }, lead);
  await c.complete('write-assessment', { residual: 'low' }, lead);
  await c.complete('governance-review', { outcome: 'complete' });
  await c.complete('dpo-advice', { next: 'on', residual: 'not-high', advice: 'proceed' });
  const owner = (await w.staff('handler')).staffId;
  await c.complete('sign-off', { decision: 'approve', owners: [owner], dueDates: ['2026-12-24'] }, { personal: { actions: [{ action: 'x' }] } });
  await c.task('carry-out-measure', '1');
  await c.task('note-decision');
  await w.restartWorker();
  try {
    await c.complete('note-decision', { reviewOn: '2027-11-22' }, lead);
    console.log('went on');
  } catch (error) {
    console.log('error', String(error));
  }
  const client = new Client({ connection: env.connection });
  const history = await client.workflow.getHandle(c.reference).fetchHistory();
  const lines = (history.events ?? []).slice(-25).map((event) => {
    const { eventId, eventType, ...rest } = event as never as Record<string, unknown>;
    const attributes = Object.entries(rest).find(([name, value]) => name.endsWith('Attributes') && value);
    return `${String(eventId)} ${String(eventType)} ${attributes?.[0]} ${JSON.stringify((attributes?.[1] as { failure?: unknown })?.failure ?? '').slice(0, 1500)}`;
  });
  console.log(lines.join('\n'));
  await w.stop();
  await env.teardown();
});
