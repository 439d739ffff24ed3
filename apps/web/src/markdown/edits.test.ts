import { describe, expect, it } from 'vitest';
import { continueList, link, list, pasteAddress, wrap, type Edit, type Typed } from './edits';

/** `|` stands where the selection begins and ends. */
function typed(marked: string): Typed {
  const start = marked.indexOf('|');
  const last = marked.lastIndexOf('|');
  return { text: marked.replaceAll('|', ''), start, end: last === start ? start : last - 1 };
}
function after(marked: string, edit: Edit | null): string | null {
  if (!edit) return null;
  const { text } = typed(marked);
  const now = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const selected = edit.start === edit.end ? '' : `${now.slice(edit.start, edit.end)}|`;
  return `${now.slice(0, edit.start)}|${selected}${now.slice(edit.end)}`;
}

describe('marks', () => {
  it('come around what is selected, and go again', () => {
    expect(after('a |b| c', wrap(typed('a |b| c'), '**'))).toBe('a **|b|** c');
    expect(after('a **|b|** c', wrap(typed('a **|b|** c'), '**'))).toBe('a |b| c');
    expect(after('a |', wrap(typed('a |'), '*'))).toBe('a *|*');
  });
});

describe('a link', () => {
  it('is made of words, or of an address', () => {
    expect(after('a |b|', link(typed('a |b|')))).toBe('a [b](|)');
    expect(after('|http://a.b|', link(typed('|http://a.b|')))).toBe('[|](http://a.b)');
  });

  it('is made by pasting an address over words, and not otherwise', () => {
    const paste = (marked: string, text: string) => after(marked, pasteAddress(typed(marked), text));
    expect(paste('see |this|', ' https://a.b/c ')).toBe('see [this](https://a.b/c)|');
    expect(paste('see |', 'https://a.b')).toBeNull();
    expect(paste('|http://c.d|', 'https://a.b')).toBeNull();
    expect(paste('|this|', 'javascript:alert(1)')).toBeNull();
    expect(paste('|this|', 'https://a.b and more')).toBeNull();
  });
});

describe('a list', () => {
  it('is made of lines, and lines of it', () => {
    expect(after('a\n|b\nc|\nd', list(typed('a\n|b\nc|\nd')))).toBe('a\n- b\n- c|\nd');
    expect(after('- a|', list(typed('- a|')))).toBe('a|');
  });

  it.each([
    ['- a|', '- a\n- |'],
    ['- a| b', '- a\n- | b'],
    ['  * a|\nc', '  * a\n  * |\nc'],
    ['9. a|', '9. a\n10. |'],
    ['1) a|', '1) a\n2) |'],
    ['- [x] a|', '- [x] a\n- [ ] |'],
    ['> - a|', '> - a\n> - |'],
    ['- a\n- |', '- a\n|'],
    ['- [ ] |', '|'],
  ])('goes on from %j', (before, expected) => {
    expect(after(before, continueList(typed(before)))).toBe(expected);
  });

  it.each(['a|', '|- a', '-a|', '- |a|', '1990.|'])('does not go on from %j', (before) => {
    expect(continueList(typed(before))).toBeNull();
  });
});
