const PAUSE_MS = 400;

/** While a name is typed, shows who it may be. The answer is HTML made by the server. */
export function possibleMatches(form) {
  const name = form.elements.subjectName;
  const place = form.querySelector('[data-matches-here]');
  let timer;
  let asked = 0;
  name?.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(++asked), PAUSE_MS);
  });

  async function ask(number) {
    if (name.value.trim().length < 3) return void place.replaceChildren();
    const answer = await fetch(form.dataset.matches, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-CSRF-Token': form.elements._csrf.value,
      },
      body: new URLSearchParams({ text: name.value }),
    });
    if (answer.ok && number === asked) place.innerHTML = await answer.text();
  }
}
