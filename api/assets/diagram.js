/* global BpmnJS */
const place = document.querySelector('[data-diagram]');
place.hidden = false;

const viewer = new BpmnJS({ container: place });
const answer = await fetch(place.dataset.diagram);
await viewer.importXML(await answer.text());

const canvas = viewer.get('canvas');
const mark = (ids, marker) => {
  for (const id of ids.split(' ').filter((one) => viewer.get('elementRegistry').get(one)))
    canvas.addMarker(id, marker);
};
mark(place.dataset.done, 'done');
mark(place.dataset.current, 'current');
const whole = () => canvas.zoom('fit-viewport', 'auto');
const READABLE = 0.8;
const NARROW = 640;

/** The present step in the middle, large enough to read; the whole where no step is under way. */
function here() {
  const [current] = place.dataset.current.split(' ').map((id) => viewer.get('elementRegistry').get(id));
  if (!current) return void whole();
  const { width, height } = canvas.viewbox().outer;
  const [wide, high] = [width / READABLE, height / READABLE];
  const [x, y] = [current.x + current.width / 2 - wide / 2, current.y + current.height / 2 - high / 2];
  canvas.viewbox({ x, y, width: wide, height: high });
}

const views = {
  whole,
  here,
  larger: () => canvas.zoom(canvas.zoom() * 1.4),
  smaller: () => canvas.zoom(canvas.zoom() / 1.4),
};
const buttons = document.querySelector('[data-diagram-views]');
buttons.hidden = false;
for (const button of buttons.querySelectorAll('[data-view]'))
  button.addEventListener('click', () => views[button.dataset.view]());

let width = 0;
new ResizeObserver(() => {
  if (place.clientWidth === width) return;
  width = place.clientWidth;
  canvas.resized();
  (width < NARROW ? here : whole)();
}).observe(place);
place.dataset.ready = 'yes';
