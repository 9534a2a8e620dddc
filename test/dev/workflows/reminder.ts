import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** Tells the waiting workflow that the reply has come. */
export const replied = defineUpdate<void>('replied');

/** Waits a calendar month for a reply: "replied" or "overdue". */
export async function reminder(): Promise<string> {
  let reply = false;
  setHandler(replied, () => {
    reply = true;
  });
  return (await condition(() => reply, '30 days')) ? 'replied' : 'overdue';
}
