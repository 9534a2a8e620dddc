import type { BreachActivities } from '../contract';
import type { Templates } from '../../templates/library';
import { londonDate } from '../../domain/calendar';
import { storeOnce } from '../documents/store';
import { answered } from '../letters/answered';
import type { Printer } from '../pdf';
import type { EffectRegister } from '../ports';
import { packOf } from './pack';

export interface NotificationDeps {
  readonly register: EffectRegister;
  readonly templates: Templates;
  readonly printer: Printer;
}

/** The notification to the regulator, made anew for each phase and kept: JSON for programs, PDF for people (Art 33(3)–(4)). */
export function createNotifications({ register, templates, printer }: NotificationDeps): BreachActivities {
  return {
    async makeNotification(step) {
      const { reference, at } = step;
      const [dossier, written] = await Promise.all([
        register.cases.dossier(reference),
        register.submissions.ofCase(reference),
      ]);
      const profile = register.organisations.get(dossier.organisationId);
      const words = answered({ dossier, profile, written });
      const { facts, loggedAt: heardAt } = dossier;
      const pack = packOf({ reference, at, profile, written, facts, heardAt, ...words });
      const html = templates.render('layout/notification', { ...pack, madeOn: londonDate(at) });
      const name = `${reference}-notification-${pack.phase}`;
      const json = Buffer.from(JSON.stringify(pack, null, 2));
      const asJson = {
        purpose: 'notification',
        mediaType: 'application/json',
        name: `${name}.json`,
      } as const;
      const asPdf = {
        purpose: 'notification-pdf',
        mediaType: 'application/pdf',
        name: `${name}.pdf`,
      } as const;
      const kept = await storeOnce(register, step, asJson, json);
      const printed = await storeOnce(register, step, asPdf, await printer.print(html));
      return { phase: pack.phase, pack: kept.id, pdf: printed.id };
    },
  };
}
