import { breachVersion } from '../../processes/breach.generated';

/** A breach as it is reported of which we became aware at that moment, an ISO 8601 instant. */
export const listSentToStranger = (awareAt: string) =>
  ({
    kind: 'breach',
    processVersion: breachVersion,
    subject: undefined,
    receivedOn: awareAt.slice(0, 10),
    contents: { title: 'A list sent to a stranger', request: 'The wrong file.' },
    codes: { discovered: 'at', discoveredAt: awareAt, happened: 'unknown', ongoing: 'no', place: 'us' },
  }) as const;
