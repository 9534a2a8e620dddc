import { createNotifications } from '../activities/breach/notification';
import { createDocuments } from '../activities/documents';
import { createEscalation } from '../activities/escalation';
import { createTrimming } from '../activities/trimming';
import { withoutDetails } from '../activities/failures';
import type { AllActivities } from '../activities/contract';
import { createAssessments } from '../activities/impact-assessment';
import { createIdentity } from '../activities/identity';
import { createLetters } from '../activities/letters';
import { createMailer } from '../activities/mail';
import { createPrinter } from '../activities/pdf';
import { createPortability } from '../activities/portability';
import { createReceivedNotices } from '../activities/received-complaints';
import type { Register } from '../register';
import { loadTemplates } from '../templates/library';
import { withHeartbeat } from './heartbeat';

export interface ActivityDeps {
  readonly register: Register;
  readonly smtpUrl: string;
  /** Address that people use, without a slash at the end. */
  readonly baseUrl: string;
  readonly now: () => Date;
  /** Told of every failure: the activity and a code, nothing of anybody. */
  readonly report?: (activity: string, code: string) => void;
}

/** Every activity, wired to the real record, mail server and browser. */
export function createActivities(deps: ActivityDeps): {
  readonly all: AllActivities;
  /** Mail about complaints that came through the form and wait to be logged. */
  tellOfReceived(): Promise<void>;
  close(): Promise<void>;
} {
  const { register } = deps;
  const templates = loadTemplates();
  const mailer = createMailer(deps.smtpUrl);
  const printer = createPrinter();
  const effects = { ...deps, templates, mailer, printer };
  const all: AllActivities = {
    claim: (input) => register.recorder.claim(input),
    record: (request) => register.recorder.record(request),
    ...withHeartbeat({
      ...createLetters(effects),
      ...createEscalation(effects),
      ...createIdentity(register),
      ...createTrimming(register),
      ...createAssessments(effects),
      ...createDocuments(effects),
      ...createPortability(effects),
      ...createNotifications(effects),
    }),
  };
  return {
    tellOfReceived: createReceivedNotices(effects),
    all: withoutDetails(all, deps.report ?? (() => undefined)),
    close: async () => {
      mailer.close();
      await printer.close();
    },
  };
}
