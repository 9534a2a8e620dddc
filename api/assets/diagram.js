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
canvas.zoom('fit-viewport');
place.dataset.ready = 'yes';
