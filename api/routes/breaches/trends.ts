import type { Request, Response } from 'express';
import type { Count, Spread } from '../../../domain/cases/breach/trends';
import { trendsOf } from '../../../domain/cases/breach/trends';
import { viewerOf } from '../../auth/signed-in';
import { causeText, systemText } from '../../presentation/breach-words';
import type { Services } from '../../services';

/** How often, why and where breaches happen, and how soon people knew and told: as tables, with bars beside. */
export function getTrends({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const trends = trendsOf(await register.breaches.register(viewer));
    const profile = register.organisations.get(viewer.organisationId);
    res.render('breaches/trends', {
      title: 'Trends in breaches',
      trends,
      tables: [
        { id: 'cause', title: 'By cause', of: 'Cause', rows: bars(trends.byCause, causeText) },
        {
          id: 'system',
          title: 'By system',
          of: 'System',
          rows: bars(trends.bySystem, (id) => systemText(profile, id)),
        },
        { id: 'month', title: 'By month', of: 'Month', rows: bars(trends.byMonth, monthText) },
      ],
      times: [
        { title: 'From when it happened until we were aware', ...spreadText(trends.toAware) },
        { title: 'From when we were aware until the regulator was notified', ...spreadText(trends.toNotify) },
      ],
    });
  };
}

interface Bar {
  readonly text: string;
  readonly count: number;
  /** Of the longest bar, from 0 to 100. */
  readonly width: number;
}

function bars(counts: readonly Count[], text: (id: string) => string): Bar[] {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return counts.map(({ id, count }) => ({ text: text(id), count, width: Math.round((100 * count) / most) }));
}

const monthText = (month: string): string =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const hoursText = (hours: number | null): string =>
  hours === null ? 'None yet' : `${hours.toFixed(1)} hours`;

const spreadText = ({ of, medianHours, longestHours }: Spread) => ({
  of,
  median: hoursText(medianHours),
  longest: hoursText(longestHours),
});
