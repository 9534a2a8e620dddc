import { withoutDetails } from '../../activities/failures';
import { hopeless } from '../../activities/failures';

describe('A failure on its way to Temporal', () => {
  const quoting = Object.assign(new Error('duplicate key value (Wren Ashdown)'), { code: '23505' });

  test('keeps its code and loses its words, which may quote somebody’s data', async () => {
    const reported: string[][] = [];
    const effects = withoutDetails({ tell: async () => Promise.reject(quoting) }, (...what) =>
      reported.push(what),
    );
    const failure: unknown = await effects.tell().catch((error: unknown) => error);
    expect(failure).toMatchObject({ type: '23505', nonRetryable: false });
    expect(JSON.stringify(failure) + String(failure) + (failure as Error).stack).not.toContain('Ashdown');
    expect(reported).toEqual([['tell', '23505']]);
  });

  test('that trying again will not mend stays so', async () => {
    const effects = withoutDetails(
      { tell: async () => Promise.reject(hopeless('late', 'Too late.')) },
      () => undefined,
    );
    await expect(effects.tell()).rejects.toMatchObject({ type: 'late', nonRetryable: true });
  });
});
