/** Shows a question only while the answer it depends on is given. Without scripts every question is shown. */
export function followAnswers(form) {
  const update = () => {
    const hidden = new Set();
    for (const question of form.querySelectorAll('[data-when]')) {
      const { when, is } = question.dataset;
      const applies =
        !hidden.has(when) && answersTo(form, when).some((answer) => is.split(' ').includes(answer));
      question.hidden = !applies;
      if (!applies) hidden.add(question.dataset.question);
    }
  };
  form.addEventListener('change', update);
  update();
}

const answersTo = (form, name) => new FormData(form).getAll(name);
