import { settingAtLogging, settingIn } from '../../../api/casework/setting';
import type { Desk } from '../../activities/desk';
import { desk } from '../../activities/desk';

const now = () => new Date();
let d: Desk;
beforeAll(async () => {
  d = await desk();
});
afterAll(() => d.stop());

describe('What a form’s rules know of a case', () => {
  test('is who finished which task, what was last said, and when a letter was given', async () => {
    const c = await d.open();
    const { register } = d;
    await c.answer('triage', { route: 'answer', identity: 'authority' }, { scope: 'Old.' }, 'triage#1');
    await c.answer('triage', { route: 'answer', identity: 'no-doubt' }, { scope: 'New.' }, 'triage#2');
    await c.send('acknowledge#1');
    const { facts } = await register.cases.dossier(c.reference);
    const setting = await settingIn({ register, now }, c.viewer, {
      ...{ reference: c.reference, facts, dueAt: null },
    });
    expect(setting.doneBy('triage')).toEqual([c.viewer.staffId, c.viewer.staffId]);
    expect(setting.doneBy('review')).toEqual([]);
    expect(setting.said('triage')).toMatchObject({ identity: 'no-doubt', scope: 'New.' });
    expect(setting.said('review')).toEqual({});
    expect(setting.givenAt('acknowledge')).toBe((await c.letter('acknowledge#1'))?.givenAt);
    expect(setting.givenAt('respond')).toBeNull();
    expect(setting).toMatchObject({ staffId: c.viewer.staffId, facts, profile: { id: 'new-park-village' } });
  });

  test('does not take a person’s part in a letter for a task of that name', async () => {
    const c = await d.open();
    await c.aboutLetter('respond#1', 'posting', { postedOn: '2026-12-21' });
    const { facts } = await d.register.cases.dossier(c.reference);
    const setting = await settingIn({ register: d.register, now }, c.viewer, {
      ...{ reference: c.reference, facts, dueAt: null },
    });
    expect(setting.doneBy('respond')).toEqual([]);
  });

  test('is nothing but the profile while it is being logged', async () => {
    const viewer = await d.staff('handler');
    const setting = settingAtLogging({ register: d.register, now }, viewer);
    expect(setting).toMatchObject({ facts: null, dueAt: null, profile: { id: viewer.organisationId } });
    expect([setting.said('triage'), setting.doneBy('triage'), setting.givenAt('respond')]).toEqual([
      {},
      [],
      null,
    ]);
  });
});
