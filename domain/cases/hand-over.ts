/** Answers that are finished and kept until somebody hands them over (UK GDPR Art 12(1)). Workflow-safe. */
export const keptWays = ['collection', 'read-aloud'] as const;

/** Whether an answer that travels this way waits to be handed over. */
export const isKept = (way: unknown): boolean => keptWays.some((one) => one === way);
