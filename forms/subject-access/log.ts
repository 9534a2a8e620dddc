/** How a subject access request is logged. */
import { logForm } from '../shared/log';

export const logRequest = logForm({
  title: 'Log a subject access request',
  intro:
    'A request is valid however it comes and to whomever it is made. Six answers are enough; the rest can follow.',
  asksDelivery: true,
});
