import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';

let office: Office;
let lead: Desk;
let officer: Desk;
let dpo: Desk;
let manager: Desk;

beforeAll(async () => {
  office = await openOffice();
  lead = await office.desk(`employee@${HOUSE}`);
  officer = await office.desk(`governance@${HOUSE}`);
  dpo = await office.desk(`dpo@${HOUSE}`);
  manager = await office.desk(`manager@${HOUSE}`);
});
afterAll(() => office?.close());

const rated = (likelihood: string, severity: string) => ({
  'risks-0-likelihood': likelihood,
  'risks-0-severity': severity,
});

describe('an impact assessment, from the idea to the project in force', () => {
  let reference: string;
  let at: string;
  const save = async (section: string): Promise<void> => {
    await lead.press('Save and continue');
    expect(await lead.told()).toBe(`Saved: ${section}.`);
  };

  test('a project lead starts it and screens the project', async () => {
    await lead.open('/requests/new/impact-assessment');
    await lead.answer({
      ...{ title: 'Cameras in the lifts', request: 'Cameras in the lifts of two blocks.' },
      controller: 'nottingham-city-homes',
    });
    await lead.press('Start the assessment');
    reference = /DPIA-\d{4}-\d{5}/.exec(await lead.told())?.[0] ?? '';
    at = `/cases/${reference}/assessment`;
    await lead.seen(`/cases/${reference}`, 'Do not start: the project may not begin');
    await lead.finish(reference, 'Screen the project', {
      ...{ automatic: ['public-monitoring'], newSystem: 'yes', reasons: 'Many people use the lifts.' },
    });
  });

  test('it is written section by section', async () => {
    await lead.take(reference, 'Write the assessment');
    await lead.follow('Open the sections of the assessment');
    await lead.follow('What is done with the data');
    await lead.answer({
      ...{ what: 'Cameras, kept for thirty days.', flow: 'To a recorder.', people: 'Residents, about 400.' },
      ...{ categories: 'Pictures.', retention: 'Thirty days.' },
    });
    await save('what is done with the data');
    await lead.answer({ purposes: 'To stop damage.', basis: ['6(1)(f)'], interests: 'Working lifts.' });
    await save('purposes and lawful basis');
    await lead.answer({
      necessity: 'Patrols failed.',
      proportionality: 'Lifts only.',
      minimisation: 'Low.',
      rights: 'Signs.',
    });
    await save('necessity and proportionality');
    await lead.answer({ sought: 'no', whyNot: 'It would show where the cameras are not.' });
    await save('views of those affected');
    await lead.page.locator('[data-row="0"] [data-row-remove]').first().waitFor({ state: 'attached' });
    await save('processors, recipients and transfers');
    await lead.answer({
      'risks-0-source': 'Watched without need.',
      'risks-0-impact': 'Visits are known.',
      ...rated('4', '4'),
    });
    await save('risks to people');
    await lead.answer({
      'measures-0-risk': '1',
      'measures-0-measure': 'Two people may watch.',
      'measures-0-state': 'in-place',
    });
    await save('measures');
    expect(await lead.page.inputValue('[name="risks-0-source"]')).toBe('Watched without need.');
    await lead.answer({ ...rated('2', '4'), 'risks-0-because': 'Each look is logged.' });
    await save('what remains');
    expect(await lead.text()).toContain('Medium (2 × 4)');
  });

  test('its lead adds a drawing of the flow of data in the section itself, and other papers under Documents', async () => {
    await lead.open(`${at}/description`);
    await lead.page.getByText('Add a picture of the flow of data').click();
    const png = readFileSync(join(__dirname, '../../docs/images/clock.png'));
    await lead.choose('files', [{ name: 'flow.png', mimeType: 'image/png', buffer: png }]);
    await lead.press('Add the picture');
    expect(await lead.told()).toContain('The picture was added and is chosen below.');
    await lead.answer({ pictureText: 'From the camera to a recorder in the basement.' });
    await save('what is done with the data');
    await lead.open(at);
    expect(await lead.page.getByAltText('From the camera to a recorder').count()).toBeGreaterThan(0);

    await lead.open(`/cases/${reference}/documents`);
    expect(await lead.text()).toContain('flow.png');
    const buffer = readFileSync(join(__dirname, '../../api/assets/icon.svg'));
    await lead.choose('files', [{ name: 'flow.svg', mimeType: 'image/svg+xml', buffer }]);
    await lead.press('Add the files');
    expect(await lead.text()).toContain('flow.svg');
  });

  test('two people who change the same section both see both texts', async () => {
    await lead.open(`${at}/purposes`);
    await officer.open(`${at}/purposes`);
    await officer.answer({ purposes: 'To stop damage and injuries.' });
    await officer.press('Save and continue');
    await lead.answer({ purposes: 'To repair sooner.' });
    await lead.press('Save and continue');
    expect(await lead.text()).toContain('Two people changed this section');
    expect(await lead.text()).toContain('To stop damage and injuries.');
    expect(await lead.page.inputValue('[name="purposes"]')).toBe('To repair sooner.');
    await lead.answer({ purposes: 'To stop damage and injuries, and repair sooner.' });
    await save('purposes and lawful basis');
  });

  test('it is reviewed, advised on, signed off, and in force', async () => {
    await lead.finish(reference, 'Write the assessment', { complete: true }, 'Submit for review');
    await officer.finish(reference, 'Review the assessment', { outcome: 'complete' });
    await dpo.finish(reference, 'Give the DPO’s advice', {
      ...{ 'measures-0-verdict': 'sufficient', residual: 'not-high', next: 'on', advice: 'proceed' },
      reasons: 'The measures are enough.',
    });
    await manager.finish(reference, 'Sign off the assessment', { decision: 'approve', advice: 'accept' });
    await lead.finish(reference, 'Read the decision: the project may start', {
      ...{ startsOn: { day: '2027-02-01' }, read: true },
    });
    await lead.seen(`/cases/${reference}`, 'In force');
    expect(await lead.text()).not.toContain('Do not start');
    await dpo.open('/registers/impact-assessments');
    expect(await dpo.text()).toContain('Cameras in the lifts');
    await dpo.open(`${at}/summary`);
    expect(await dpo.text()).not.toContain('Watched without need.');
  });

  test('no page broke a rule of the browser', () => {
    expect(office.problems).toEqual([]);
  });
});
