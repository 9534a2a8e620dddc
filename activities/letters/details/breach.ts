import { momentSaid } from '../../../domain/cases/breach/moments';
import { momentText } from '../../../domain/clock/by-when';
import type { Details } from '../../../templates/data';
import { affectedPerson } from '../affected';
import type { CaseFile } from '../file';
import type { DetailsByElement } from './needed';

/** What the letters about a breach say beyond what was answered on its forms. */
export const breach: DetailsByElement = {
  'notify-controller': ({ file }) => times(file),
  'notify-added-controller': ({ file }) => times(file),
  'tell-person': ({ file }) => ({ what: affectedPerson(file)?.what ?? '' }),
};

/** UK GDPR Art 33(2): when it happened, was discovered, and when we became aware; empty where it is not known. */
function times(file: CaseFile): Details {
  const { written, dossier } = file;
  const said = (at: unknown): string => (typeof at === 'string' ? momentText(at) : '');
  return {
    happened: said(momentSaid(written, 'happenedAt') ?? dossier.facts.happenedAt),
    discovered: said(momentSaid(written, 'discoveredAt') ?? dossier.facts.discoveredAt),
    aware: said(momentSaid(written, 'awareAt')),
  };
}
