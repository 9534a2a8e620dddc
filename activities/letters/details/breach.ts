import { momentText } from '../../../domain/clock/by-when';
import type { Details } from '../../../templates/data';
import { affectedPerson } from '../affected';
import { lastWritten, type CaseFile } from '../file';
import type { DetailsByElement } from './needed';

/** What the letters about a breach say beyond what was answered on its forms. */
export const breach: DetailsByElement = {
  'notify-controller': ({ file }) => times(file),
  'tell-person': ({ file }) => ({ what: affectedPerson(file)?.what ?? '' }),
};

/** UK GDPR Art 33(2): when it happened, was discovered, and when we became aware; empty where it is not known. */
function times(file: CaseFile): Details {
  const { codes } = lastWritten(file, 'triage');
  const said = (at: unknown): string => (typeof at === 'string' ? momentText(at) : '');
  const { facts } = file.dossier;
  return {
    happened: said(codes.happenedAt ?? facts.happenedAt),
    discovered: said(codes.discoveredAt ?? facts.discoveredAt),
    aware: said(codes.awareAt),
  };
}
