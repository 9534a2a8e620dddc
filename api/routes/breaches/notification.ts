import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { NotificationPack } from '../../../domain/cases/breach/pack';
import { stillMissing } from '../../../domain/cases/breach/pack';
import type { EventRow } from '../../../register/cases';
import type { DocumentRow } from '../../../register/documents';
import { openCase } from '../../casework/open-case';
import { NotFound } from '../../errors';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';

/** The notification as it was last made, every field of it, with the same as PDF and as JSON. `?phase=1` for an earlier one; one made anew counts by itself. */
export function getNotification(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    if (page.kind !== 'breach') throw new NotFound('Only a breach has a notification.');
    const rows = (await services.register.documents.list(viewer, page.reference)) ?? [];
    const made = (purpose: DocumentRow['purpose']) =>
      rows
        .filter((row) => row.purpose === purpose && row.state === 'ready')
        .toSorted((one, other) => one.number - other.number);
    const [packs, pdfs] = [made('notification'), made('notification-pdf')];
    const phase = Number(req.query.phase ?? packs.length);
    const document = packs[phase - 1];
    const opened = document && (await services.register.documents.view(viewer, document.id));
    const pack =
      opened && (JSON.parse((await buffer(Readable.from(opened.content))).toString()) as NotificationPack);
    const events = (await services.register.cases.events(viewer, page.reference)) ?? [];
    res.render('breaches/notification', {
      title: `${page.reference} – notification to the regulator`,
      header: caseHeader(services, viewer, page, 'overview'),
      page,
      pack,
      moved: pack ? phase === packs.length && movedSince(events, pack.madeAt) : false,
      missing: pack ? stillMissing(pack) : [],
      json: document && contentPath(document),
      pdf: pdfs[phase - 1] && contentPath(pdfs[phase - 1] as DocumentRow),
      phases: packs.map((_, index) => ({ number: index + 1, current: index + 1 === phase })),
    });
  };
}

/** Whether the moment of awareness was moved after this pack was made: it says what is no longer so. */
const movedSince = (events: readonly EventRow[], madeAt: string): boolean =>
  events.some(({ action, recordedAt }) => action === 'move-aware' && recordedAt > madeAt);

const contentPath = ({ reference, id }: DocumentRow): string => `/cases/${reference}/documents/${id}/content`;
