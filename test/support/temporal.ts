import { defineSearchAttributeKey } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { TYPES } from '../../dev/parts/temporal-namespace';
import { temporalCli } from '../../dev/tools/temporal-cli';
import { timeSkippingServer } from '../../dev/tools/time-skipping-server';
import type { SearchAttributeType } from '../../domain/cases/search-attributes';
import { searchAttributes } from '../../domain/cases/search-attributes';

// Tests make activities fail on purpose; what the SDK says about it would bury what jest says.
Runtime.install({ logger: new DefaultLogger('ERROR') });

const report = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * A Temporal server whose clock jumps to the next timer while a test waits. Time is one for the whole
 * server, so start one per test file, run tests one after the other, and `teardown()` it at the end.
 * It does not list or count workflows.
 */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = await timeSkippingServer(report);
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  // This server cannot list what it has, so it is told all of them.
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(
      Object.entries(searchAttributes).map(([name, type]) => [name, TYPES[type]]),
    ),
  });
  return env;
}

/**
 * A full Temporal server in real time, with nothing kept on disk and the search attributes of cases
 * registered. `teardown()` it at the end.
 */
export async function localServer(): Promise<TestWorkflowEnvironment> {
  const path = await temporalCli(report);
  return TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path }, searchAttributes: searchAttributeKeys() },
  });
}

const SDK_TYPES = {
  Keyword: 'KEYWORD',
  Datetime: 'DATETIME',
  Int: 'INT',
  Bool: 'BOOL',
} as const satisfies Record<SearchAttributeType, string>;

const searchAttributeKeys = (): ReturnType<typeof defineSearchAttributeKey>[] =>
  Object.entries(searchAttributes).map(([name, type]) => defineSearchAttributeKey(name, SDK_TYPES[type]));
