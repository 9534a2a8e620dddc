import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { createGateway } from '../../../gateway';
import type { ProcessModel } from '../../../processes/model';
import { createActivities } from '../../../worker/activities';
import { tool } from '../../processes/support/tool';
import { temporaryFolder } from '../../support/folder';
import type { Driver, World } from '../../support/world';

const root = join(__dirname, '..', '..', '..');

/** The product as it was before a step was drawn into its process: an older diagram, and a worker that follows it. */
export interface OlderProcess {
  readonly model: ProcessModel;
  /** Opens a request on the older version, and runs it there. */
  open(): Promise<Driver>;
  /** Ends the older worker, as a deployment does. May be called again. */
  stop(): Promise<void>;
}

/** A subject access request without its second check, over the record, the mail and the engine of a world. */
export async function beforeTheSecondCheck(w: World): Promise<OlderProcess> {
  const home = temporaryFolder();
  for (const folder of ['workflows', 'domain', 'processes'])
    cpSync(join(root, folder), join(home, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  const model = olderModel(home);
  change(join(home, 'workflows', 'subject-access.ts'), [/.*userTask\('second-check'\).*\n/, '']);

  const taskQueue = `older-${randomUUID()}`;
  const { env, register, mail } = w;
  const activities = createActivities({
    ...{ register, smtpUrl: mail.url, baseUrl: 'http://custodian.test', now: () => new Date() },
  });
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: join(home, 'workflows', 'index.ts'),
      logger: new DefaultLogger('ERROR'),
    }),
    activities: activities.all,
  });
  const running = worker.run();
  const gateway = createGateway({ connection: env.connection as never, namespace: 'default', taskQueue });
  return {
    model,
    open: () => w.open({ processVersion: model.version }, gateway),
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await activities.close();
    },
  };
}

/** The diagram with the second check taken out, read as any diagram is. */
function olderModel(home: string): ProcessModel {
  const folder = join(home, 'processes');
  change(
    join(folder, 'subject-access.bpmn'),
    [/<bpmn:userTask id="second-check"[\s\S]*?<\/bpmn:userTask>/, ''],
    [/<bpmndi:BPMNShape id="second-check-shape"[\s\S]*?<\/bpmndi:BPMNShape>/, ''],
    [/<bpmndi:BPMNEdge id="second-check.check-result-edge"[\s\S]*?<\/bpmndi:BPMNEdge>/, ''],
    [/<bpmn:sequenceFlow id="second-check.check-result".*?\/>/, ''],
    [/<bpmn:incoming>second-check.check-result</, '<bpmn:incoming>consultation-over.second-check<'],
    [
      /sourceRef="consultation-over" targetRef="second-check"/,
      'sourceRef="consultation-over" targetRef="check-result"',
    ],
  );
  const { code, err } = tool('generate', folder);
  if (code !== 0) throw new Error(err);
  return JSON.parse(
    readFileSync(join(folder, 'subject-access.model.generated.json'), 'utf8'),
  ) as ProcessModel;
}

function change(file: string, ...replacements: readonly (readonly [RegExp, string])[]): void {
  const changed = replacements.reduce(
    (text, [from, to]) => {
      if (!from.test(text)) throw new Error(`${file} does not hold ${from.source} any more`);
      return text.replace(from, to);
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, changed);
}
