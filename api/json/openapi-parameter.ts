/** A parameter of an address, as OpenAPI describes it. */
export const parameter = (name: string, from: 'path' | 'query' = 'path') => ({
  name,
  in: from,
  required: from === 'path',
  schema: { type: 'string' },
});
