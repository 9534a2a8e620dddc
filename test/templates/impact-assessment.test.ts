import { join } from 'node:path';
import { loadOrganisations } from '../../register/organisations';
import type { Written } from '../../forms/impact-assessment/whole';
import { assessmentView } from '../../forms/impact-assessment/whole';
import { assessmentDocument } from '../../templates/impact-assessment/document';
import { publishedSummary } from '../../templates/impact-assessment/summary';
import { riskMatrix } from '../../templates/impact-assessment/matrix';
import { loadTemplates } from '../../templates/library';
import { written } from '../support/assessment';

const templates = loadTemplates();
const profile = loadOrganisations(join(__dirname, '../../organisations')).get('new-park-village');

const documentOf = (all: readonly Written[]) =>
  assessmentDocument({
    ...{ reference: 'DPIA-2026-00001', title: 'Cameras in the lifts', at: '2026-11-22T10:00:00Z', profile },
    controller: 'new-park-village',
    view: assessmentView(all, (_field, answer) => (answer === undefined ? '' : String(answer))),
  });

describe('an impact assessment in print', () => {
  test('has a heading for everything that Art 36(3) asks of the pack for the regulator', () => {
    const html = templates.render('impact-assessment/pack', documentOf(written()));
    for (const letter of ['a', 'b', 'c', 'd', 'e', 'f']) expect(html).toContain(`(Art 36(3)(${letter}))`);
    expect(html).toContain(profile.dpo.email);
    expect(html).toContain(profile.regulator.shownAs);
    expect(html).toContain('A neighbour sees the recordings.');
  });

  test('shows each risk in a picture and in a table, before and after the measures', () => {
    const html = templates.render('impact-assessment/record', documentOf(written()));
    expect(html).toContain('Risk 1: likelihood 4, severity 4, high.');
    expect(html).toContain('Risk 1: likelihood 2, severity 4, medium.');
    expect(html).toContain('High (4 × 4)');
    expect(html).toContain('Medium (2 × 4)');
  });

  test('can be printed before anything is written', () => {
    const html = templates.render('impact-assessment/record', documentOf([]));
    expect(html).toContain('Not written yet.');
    expect(html).toContain('No risk is rated yet.');
  });

  test('tells the public what is done and why, and no risk, measure, system or advice', () => {
    const html = templates.render('impact-assessment/summary', publishedSummary(documentOf(written())));
    expect(html).toContain('To find out who damages the lifts.');
    expect(html).toContain('We rated 1 risk to people.');
    for (const secret of ['A neighbour sees', 'Blur the doors', 'housing-management', 'Enough for now', 'recorder in the basement'])
      expect(html).not.toContain(secret);
  });

  test('tells the public only what happened, and nothing of a high risk that the DPO sees is denied', () => {
    const one = (form: string, values: Written['values']): Written => ({
      ...{ id: form, form, at: '2026-11-21T10:00:00Z', actorId: null, by: '', values },
    });
    const high = one('dpo-advice', { residual: 'high' });
    const advised = one('record-advice', { outcome: 'no-objection' });
    const outcome = (...more: Written[]) => publishedSummary(documentOf([...written(), ...more])).outcome;
    expect(outcome()).toBe('With the measures we take none of them remains high.');
    expect(outcome(high)).toBe('With the measures we take a high risk remains.');
    expect(outcome(high, advised)).toContain('we consulted the regulator before anything started');
    const approval = one('sign-off', { decision: 'approve' });
    const standing = (...more: Written[]) => documentOf([...written(), ...more]).standing.approved;
    expect([standing(), standing(approval), standing(approval, one('assessment-risks', {}))]).toEqual([
      ...[false, true, false],
    ]);
  });

  test('shows the drawing of the flow with its words for whoever cannot see it, and not to the public', () => {
    const drawn = { ...documentOf(written()), picture: { source: 'data:image/png;base64,AA', text: 'Two steps.' } };
    const html = templates.render('impact-assessment/record', drawn);
    expect(html).toContain('<img src="data:image/png;base64,AA" alt="Two steps.">');
    expect(templates.render('impact-assessment/summary', publishedSummary(drawn))).not.toContain('Two steps.');
  });

  test('says who gave each advice and decision, and what changed since the last round', () => {
    const again = { ...written()[0]!, form: 'write-assessment', values: { changed: 'Fewer cameras.' } };
    const html = templates.render('impact-assessment/record', documentOf([...written(), again]));
    expect(html).toContain('Ida Reed, DPO');
    expect(html).toContain('Fewer cameras.');
  });

  test('keeps what people wrote from becoming markup', () => {
    const risky = riskMatrix([], { id: 'one', title: '<b>Risks</b>' });
    expect(risky).toContain('&lt;b&gt;');
    const html = templates.render('impact-assessment/record', {
      ...documentOf(written()),
      title: '<script>alert(1)</script>',
    });
    expect(html).not.toContain('<script>');
  });
});
