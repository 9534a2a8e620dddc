import { initAll } from './govuk/govuk-frontend.min.js';
import { initAll as initMoj } from './moj/moj-frontend.min.js';
import { followAnswers } from './when.js';
import { fillFromFile } from './from-file.js';
import { forgetAll, forgetSent, keepTyped } from './keep-typed.js';
import { possibleMatches } from './matches.js';
import { changeRows } from './rows.js';
import { stackWhenNarrow } from './stack.js';

initAll();
initMoj();
if (document.querySelector('[data-form-done]')) forgetSent();
if (document.querySelector('[data-signed-out]')) forgetAll();
for (const form of document.querySelectorAll('form[data-follow]')) followAnswers(form);
for (const form of document.querySelectorAll('form[data-keep]')) changeRows(form);
for (const form of document.querySelectorAll('form[data-keep]')) keepTyped(form);
for (const form of document.querySelectorAll('form[data-matches]')) possibleMatches(form);
for (const area of document.querySelectorAll('textarea[data-from-file]')) fillFromFile(area);
for (const table of document.querySelectorAll('.app-wide-table > table')) stackWhenNarrow(table);
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
