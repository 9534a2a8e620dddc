import { rowsAsKept } from './rows.js';

const AGE_MS = 12 * 60 * 60 * 1000;
const UNKEPT = new Set(['_csrf', 'token']);

/**
 * Keeps what is typed in this browser tab while it is typed, so that a session that ends loses nothing: after
 * signing in again the same page offers it back by filling itself in. Forgotten once the form has gone through.
 */
export function keepTyped(form) {
  const key = `typed:${location.pathname}:${form.dataset.keep}`;
  if (form.dataset.fresh === 'yes') restore(form, key);
  form.addEventListener('input', () => store(form, key));
  form.addEventListener('change', () => store(form, key));
  form.addEventListener('submit', () => sessionStorage.setItem('typed-sent', key));
}

/** Called on a page that says a form went through. */
export function forgetSent() {
  const key = sessionStorage.getItem('typed-sent');
  if (key !== null) sessionStorage.removeItem(key);
  sessionStorage.removeItem('typed-sent');
}

/** Called when the person has signed out on purpose. */
export function forgetAll() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('typed')) sessionStorage.removeItem(key);
}

function store(form, key) {
  const answers = [...new FormData(form)].filter(
    ([name, value]) => !UNKEPT.has(name) && !isSecret(form, name) && typeof value === 'string',
  );
  sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), answers }));
}

const isSecret = (form, name) => form.elements.namedItem(name)?.autocomplete === 'off';

function restore(form, key) {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  if (kept === null || Date.now() - kept.at > AGE_MS) return;
  rowsAsKept(form, kept.answers);
  for (const control of form.elements) {
    const answers = kept.answers.filter(([name]) => name === control.name).map(([, value]) => value);
    if (answers.length === 0 || UNKEPT.has(control.name) || control.type === 'hidden') continue;
    if (control.type === 'checkbox' || control.type === 'radio')
      control.checked = answers.includes(control.value);
    else control.value = answers[0];
    if (answers.some((answer) => answer !== '')) control.closest('details')?.setAttribute('open', '');
  }
  form.dispatchEvent(new Event('change'));
}
