import type { z } from 'zod';
import type { Finding } from './document';

type Issue = z.core.$ZodIssue;

/** What the schema refused, in words that say what is allowed. */
export function shapeFindings(issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        found: `the unknown field "${key}"`,
        allowed: issue.message,
      }));
    if (issue.code === 'invalid_value')
      return [{ path: issue.path, allowed: `one of ${issue.values.map(String).join(', ')}` }];
    if (issue.code === 'invalid_type') return [{ path: issue.path, allowed: wanted(issue.expected) }];
    return [{ path: issue.path, allowed: issue.message }];
  });
}

const kinds: Readonly<Record<string, string>> = {
  string: 'some text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of fields',
};

function wanted(expected: string): string {
  return kinds[expected] ?? expected;
}
