import type { Connection, WorkflowStartOptions } from '@temporalio/client';
import {
  Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { ApplicationFailure, defineSearchAttributeKey } from '@temporalio/common';
import type { CaseKind } from '../domain/cases/kinds';
import type { ActAnswer, ActRequest, CaseInput, Refusal } from '../domain/cases/process';
import type { CaseStart } from '../register/cases';

/**
 * - `recorded`: the process took it and the record holds it
 * - `refused`: the process's rule does not allow it now
 * - `pending`: not known yet; it is stored and will be done when the engine is back
 */
export type Acted =
  | { readonly status: 'recorded' }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'pending' };

/** The only code of the API that speaks to Temporal. */
export interface Gateway {
  /** Starts the case's workflow, or finds it running. Throws when the engine cannot be reached. */
  startCase(one: CaseStart): Promise<void>;
  /** Starts the case's workflow anew in place of any that runs. Throws when the engine cannot be reached. */
  restartCase(one: CaseStart): Promise<void>;
  /** Sends what a person asks of a case, and waits some seconds for the record to hold it. */
  act(one: CaseStart, request: ActRequest): Promise<Acted>;
  /** Whether the engine answers. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly connection: Connection;
  readonly namespace: string;
  readonly taskQueue: string;
  /** How long a person waits before being told that it is not recorded yet. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 8000;
const PAUSE_MS = 200;
const START_MS = 5000;
/**
 * How long a worker may think about one task of a case. What a killed worker had in hand is given to another once it
 * is over: half of Temporal's own ten seconds, and more than the record takes to answer or to be found away.
 */
const TASK_TIMEOUT = '5s';

export function createGateway(options: GatewayOptions): Gateway {
  const client = new Client({ connection: options.connection, namespace: options.namespace });
  const patience = options.patienceMs ?? PATIENCE_MS;

  const send = async (one: CaseStart, request: ActRequest): Promise<ActAnswer> => {
    const update = { updateId: request.id, args: [request] };
    try {
      return await client.workflow.getHandle(one.reference).executeUpdate<ActAnswer, [ActRequest]>('act', {
        updateId: request.id,
        args: [request],
      });
    } catch (error) {
      // No run: the case is closed, or its start was lost. A new one takes up from the record.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      const startWorkflowOperation = new WithStartWorkflowOperation(
        workflowType(one.kind),
        startOptions(one),
      );
      return client.workflow.executeUpdateWithStart('act', { ...update, startWorkflowOperation });
    }
  };

  const start = async (one: CaseStart, options: WorkflowStartOptions<CaseWorkflow>): Promise<void> => {
    await client.withDeadline(Date.now() + Math.min(START_MS, patience), () =>
      client.workflow.start(workflowType(one.kind), options),
    );
  };

  const startOptions = (one: CaseStart): StartOptions => ({
    workflowId: one.reference,
    taskQueue: options.taskQueue,
    args: [{ reference: one.reference, generation: one.generation } satisfies CaseInput],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowTaskTimeout: TASK_TIMEOUT,
    typedSearchAttributes: searchAttributesOf(one),
    staticSummary: `${one.reference} (${one.kind})`,
  });

  return {
    startCase: (one) => start(one, startOptions(one)),
    restartCase: (one) =>
      start(one, { ...startOptions(one), workflowIdConflictPolicy: 'TERMINATE_EXISTING' }),
    act: async (one, request) => {
      const deadline = Date.now() + patience;
      for (;;) {
        try {
          await client.withDeadline(deadline, () => send(one, request));
          return { status: 'recorded' };
        } catch (error) {
          const refusal = refusalOf(error);
          if (refusal) return { status: 'refused', refusal };
          if (!isUnsettled(error) || Date.now() + PAUSE_MS >= deadline) return { status: 'pending' };
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      }
    },
    healthy: async () => {
      try {
        await client.withDeadline(Date.now() + 2000, () =>
          client.workflowService.describeNamespace({ namespace: options.namespace }),
        );
        return true;
      } catch {
        return false;
      }
    },
    close: () => options.connection.close(),
  };
}

type CaseWorkflow = (input: CaseInput) => Promise<string>;

type StartOptions = WorkflowStartOptions<CaseWorkflow> & {
  workflowIdConflictPolicy: 'USE_EXISTING';
};

/** `subject-access` → `subjectAccess`: a workflow is named like its kind. */
export const workflowType = (kind: CaseKind): string =>
  kind.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const keys = {
  kind: defineSearchAttributeKey('CaseKind', 'KEYWORD'),
  stage: defineSearchAttributeKey('CaseStage', 'KEYWORD'),
  organisation: defineSearchAttributeKey('CaseOrganisation', 'KEYWORD'),
  reference: defineSearchAttributeKey('CaseReference', 'KEYWORD'),
  due: defineSearchAttributeKey('CaseDue', 'DATETIME'),
} as const;

function searchAttributesOf(one: CaseStart): SearchAttributePair[] {
  return [
    { key: keys.kind, value: one.kind },
    { key: keys.stage, value: one.stage },
    { key: keys.organisation, value: one.organisationId },
    { key: keys.reference, value: one.reference },
    ...(one.dueAt === null ? [] : [{ key: keys.due, value: new Date(one.dueAt) }]),
  ];
}

/** The rule's refusal, as the workflow's validator or handler threw it. */
function refusalOf(error: unknown): Refusal | null {
  const failure = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(failure instanceof ApplicationFailure) || failure.type !== 'refused') return null;
  const refusal = failure.details?.[0] as Refusal | undefined;
  return refusal ?? { code: 'refused', message: failure.message };
}

/** The run was ending or being replaced when the update came: the same id may be sent again at once. */
function isUnsettled(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  return error instanceof WorkflowUpdateFailedError;
}
