import type { TrimmingActivities } from './contract';
import type { EffectRegister } from './ports';

/** Takes out of a case's file what it need not keep. Only counts leave the record. */
export function createTrimming({ documents }: Pick<EffectRegister, 'documents'>): TrimmingActivities {
  return {
    trimCaseFile: async ({ reference }) => ({ ...(await documents.removeFiles(reference)) }),
  };
}
