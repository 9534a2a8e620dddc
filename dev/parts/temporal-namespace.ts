import { Connection } from '@temporalio/client';
import type { ConnectionOptions } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { SearchAttributeType } from '../../domain/cases/search-attributes';
import { searchAttributes } from '../../domain/cases/search-attributes';

const { IndexedValueType } = temporal.api.enums.v1;

/** Temporal's own names of our types. */
export const TYPES: Record<SearchAttributeType, temporal.api.enums.v1.IndexedValueType> = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
};

/**
 * Makes a Temporal namespace fit for cases: checks that it serves and registers the search
 * attributes it lacks. May be repeated.
 *
 * @throws when the server does not answer within two seconds, or an attribute exists with another type
 */
export async function prepareNamespace(options: ConnectionOptions & { namespace: string }): Promise<void> {
  const { namespace, ...connecting } = options;
  const connection = await Connection.connect({ connectTimeout: '2s', ...connecting });
  try {
    await connection.workflowService.describeNamespace({ namespace });
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

/** Registers the search attributes that a namespace lacks. Throws where one exists with another type. */
async function registerSearchAttributes(
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<void> {
  const { customAttributes: present } = await operatorService.listSearchAttributes({ namespace });
  const missing: Record<string, temporal.api.enums.v1.IndexedValueType> = {};
  for (const [name, type] of Object.entries(searchAttributes)) {
    const found = present[name];
    if (found === undefined || found === null) missing[name] = TYPES[type];
    else if (found !== TYPES[type]) {
      throw new Error(
        `The Temporal server has a search attribute ${name} that is not of type ${type}. Nothing was changed.`,
      );
    }
  }
  if (Object.keys(missing).length > 0)
    await operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
}
