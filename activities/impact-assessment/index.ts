import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { Codes } from '../../domain/cases/process';
import { inWords } from '../letters/in-words';
import type { Cell, Row } from '../../forms/form';
import { assessmentView, writtenOf, type Say } from '../../forms/impact-assessment/whole';
import { assessmentDocument, type AssessmentDocument } from '../../templates/impact-assessment/document';
import { publishedSummary } from '../../templates/impact-assessment/summary';
import type { Templates } from '../../templates/library';
import type { DocumentPurpose } from '../../register/documents';
import type { AssessmentActivities, StepRef } from '../contract';
import { storeOnce } from '../documents/store';
import type { Printer } from '../pdf';
import type { EffectRegister } from '../ports';

export interface AssessmentDeps {
  readonly register: EffectRegister;
  readonly templates: Templates;
  readonly printer: Printer;
}

/** Prints what an impact assessment says at that moment, and keeps it among the documents of its case. */
export function createAssessments({ register, templates, printer }: AssessmentDeps): AssessmentActivities {
  return {
    async makeConsultationPack(step) {
      const pack = await print(step, 'consultation-pack', 'impact-assessment/pack', await documentOf(step));
      return { pack: pack.id, packHash: pack.sha256 };
    },

    async fileAssessment(step) {
      const whole = await documentOf(step);
      const record = await print(step, 'assessment', 'impact-assessment/record', whole);
      const summary = await print(
        step,
        'assessment-summary',
        'impact-assessment/summary',
        publishedSummary(whole),
      );
      return {
        ...{ record: record.id, recordHash: record.sha256 },
        ...{ summary: summary.id, summaryHash: summary.sha256 },
      } satisfies Codes;
    },
  };

  async function print(step: StepRef, purpose: DocumentPurpose, template: string, data: object) {
    const pdf = await printer.print(templates.render(template, data));
    const name = `${step.reference}-${purpose}.pdf`;
    return storeOnce(register, step, { purpose, mediaType: 'application/pdf', name }, pdf);
  }

  async function documentOf({ reference, at }: StepRef): Promise<AssessmentDocument> {
    const dossier = await register.cases.dossier(reference);
    const colleagues = await register.staff.colleagues(dossier.organisationId);
    const names = new Map(colleagues.map(({ id, name }) => [id, name]));
    const written = (await register.submissions.ofCase(reference)).map((one) => writtenOf(one, names));
    const profile = register.organisations.get(dossier.organisationId);
    const say: Say = (field: Cell, answer: Row[string]) =>
      names.get(String(answer)) ?? inWords(field, answer, profile);
    const { title = '' } = dossier.contents;
    const controller = String(dossier.facts.controller);
    const view = assessmentView(written, say);
    return assessmentDocument({
      reference,
      title,
      at,
      profile,
      controller,
      view,
      picture: view.picture && (await pictureOf(reference, view.picture.document)),
    });
  }

  /** The picture itself, for print; null where it is no document of the case any more. */
  async function pictureOf(reference: string, id: string): Promise<string | null> {
    const documents = await register.documents.ofCase(reference);
    const found = documents.find((one) => one.id === id && one.state === 'ready');
    if (!found) return null;
    const { content } = await register.documents.content(id);
    return `data:${found.mediaType};base64,${(await buffer(Readable.from(content))).toString('base64')}`;
  }
}
