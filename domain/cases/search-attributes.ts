/** The types of Temporal search attribute that cases use. */
export type SearchAttributeType = 'Keyword' | 'Datetime' | 'Int' | 'Bool';

/**
 * What the Temporal UI can filter cases by. Codes, opaque references and instants only: a search
 * attribute is readable by everyone who may open the UI, so it never holds personal data.
 * Registered on the server at start-up, and safe for workflows to import.
 */
export const searchAttributes: Readonly<Record<string, SearchAttributeType>> = {
  CaseKind: 'Keyword',
  CaseStage: 'Keyword',
  CaseOrganisation: 'Keyword',
  CaseReference: 'Keyword',
  CaseDue: 'Datetime',
};
