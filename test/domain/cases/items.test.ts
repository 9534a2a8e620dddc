import type { CaseFile } from '../../../domain/cases/items';
import { hiddenRefusal, isHiddenOpen, itemsRefusal, leaving } from '../../../domain/cases/items';
import { rectification } from '../../../domain/cases/rectification';
import { subjectAccess } from '../../../domain/cases/subject-access';

const task = (element: string, state: string, need: string | null = null) => ({ element, state, need });

describe('Items of a case', () => {
  it.each([
    ['before the review begins', [], null],
    ['while it is open', [task('review', 'open')], null],
    ['while it is open again', [task('review', 'done'), task('review', 'open')], null],
    ['after it was finished', [task('review', 'done'), task('second-check', 'open')], 'review-finished'],
  ])('are decided %s', (_when, tasks, code) => {
    expect(itemsRefusal(subjectAccess, { closed: false, tasks })?.code ?? null).toBe(code);
  });

  it('are decided no more once the case is closed, whatever its kind', () => {
    expect(itemsRefusal(subjectAccess, { closed: true, tasks: [] })?.code).toBe('case-closed');
    expect(itemsRefusal(rectification, { closed: true, tasks: [] })?.code).toBe('case-closed');
    expect(itemsRefusal(rectification, { closed: false, tasks: [task('review', 'done')] })).toBeNull();
  });
});

const file = (change: Partial<CaseFile> = {}): CaseFile => ({
  ...{ id: 'item', purpose: 'found', state: 'ready', replacesId: null, replacedBy: null },
  ...{ hidden: ['tracked-changes'], hiddenHow: null, decision: { decision: 'release' } },
  ...change,
});
const clean = file({ id: 'clean', purpose: 'redacted', replacesId: 'item', hidden: [], decision: null });

describe('What leaves for an item', () => {
  it.each([
    ['hides something that nobody answered for', file(), 'item', 'hidden-content'],
    ['hides something that may go', file({ hiddenHow: 'reviewed' }), 'item', null],
    ['was said to be replaced, and is not', file({ hiddenHow: 'replaced' }), 'item', 'not-replaced'],
    ['was replaced', file({ hiddenHow: 'replaced', replacedBy: 'clean' }), 'clean', null],
    ['was said not to be released, and is', file({ hiddenHow: 'not-released' }), 'item', 'hidden-content'],
  ])('when it %s', (_what, item, id, problem) => {
    const out = leaving(item, [item, clean]);
    expect([out?.file.id, out?.problem]).toEqual([id, problem]);
  });

  it('is nothing where it is withheld', () => {
    expect(leaving(file({ decision: { decision: 'withhold' } }), [])).toBeNull();
  });

  it('is told of hidden content only as it is', () => {
    const released = file();
    expect(hiddenRefusal(released, [released], 'replaced')).toContain('Add the clean copy');
    expect(hiddenRefusal(released, [released], 'not-released')).toContain('Decide first');
    expect(hiddenRefusal(released, [released], 'reviewed')).toBeNull();
    const withheld = file({ decision: { decision: 'withhold' } });
    expect(hiddenRefusal(withheld, [withheld], 'not-released')).toBeNull();
    const replaced = file({ replacedBy: 'clean' });
    expect(hiddenRefusal(replaced, [replaced, clean], 'replaced')).toBeNull();
    const covered = { ...clean, hidden: ['text-layer'] };
    expect(hiddenRefusal(covered, [replaced, covered], 'replaced')).toContain('Add the clean copy');
  });

  it('is open again when what was said is not so any more', () => {
    const item = file({ hiddenHow: 'not-released' });
    expect(isHiddenOpen(item, [item])).toBe(true);
    const withheld = file({ hiddenHow: 'not-released', decision: { decision: 'withhold' } });
    expect(isHiddenOpen(withheld, [withheld])).toBe(false);
  });
});
