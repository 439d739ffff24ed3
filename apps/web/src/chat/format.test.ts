import { describe, expect, it } from 'vitest';
import { formatLine, formatMessage } from './format';

describe('formatMessage', () => {
  it('keeps the line breaks of a paragraph and parts paragraphs at an empty line', () => {
    expect(formatMessage('one\ntwo\n\nthree', 'RM')).toEqual([
      { kind: 'paragraph', lines: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]] },
      { kind: 'paragraph', lines: [[{ kind: 'text', text: 'three' }]] },
    ]);
  });

  it('reads lists, also right after a sentence, and starts a numbered one where its author did', () => {
    expect(formatMessage('Two things:\n- a\n* b\n3. c\n4) d', 'RM')).toEqual([
      { kind: 'paragraph', lines: [[{ kind: 'text', text: 'Two things:' }]] },
      { kind: 'list', start: null, items: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]] },
      { kind: 'list', start: 3, items: [[{ kind: 'text', text: 'c' }], [{ kind: 'text', text: 'd' }]] },
    ]);
  });

  it('takes what stands in a fence as it is, closed or not', () => {
    expect(formatMessage('```js\n**a** RM-1\n```\nend', 'RM')).toEqual([
      { kind: 'code', text: '**a** RM-1' },
      { kind: 'paragraph', lines: [[{ kind: 'text', text: 'end' }]] },
    ]);
    expect(formatMessage('```\nopen', 'RM')).toEqual([{ kind: 'code', text: 'open' }]);
  });

  it('shows a heading in bold', () => {
    expect(formatMessage('## Plan', 'RM')).toEqual([
      { kind: 'paragraph', lines: [[{ kind: 'bold', children: [{ kind: 'text', text: 'Plan' }] }]] },
    ]);
  });

  it('leaves images, links and tags as the text that they are', () => {
    const text = '![x](https://evil.example/a.png) [y](javascript:alert(1)) <img src=x onerror=alert(1)>';
    expect(formatMessage(text, 'RM')).toEqual([{ kind: 'paragraph', lines: [[{ kind: 'text', text }]] }]);
  });
});

describe('formatLine', () => {
  it('finds the numbers of this board’s cards, in bold too, and no other words', () => {
    expect(formatLine('Moved **RM-4** after RM-12, not XRM-4, RM-4-b, RM-0 or FT-4.', 'RM')).toEqual([
      { kind: 'text', text: 'Moved ' },
      { kind: 'bold', children: [{ kind: 'card', text: 'RM-4' }] },
      { kind: 'text', text: ' after ' },
      { kind: 'card', text: 'RM-12' },
      { kind: 'text', text: ', not XRM-4, RM-4-b, RM-0 or FT-4.' },
    ]);
  });

  it('reads what is stressed, and leaves a product and a word with stars in it alone', () => {
    expect(formatLine('Then *decide* on **all *of* it**', 'RM')).toEqual([
      { kind: 'text', text: 'Then ' },
      { kind: 'stress', children: [{ kind: 'text', text: 'decide' }] },
      { kind: 'text', text: ' on ' },
      {
        kind: 'bold',
        children: [
          { kind: 'text', text: 'all ' },
          { kind: 'stress', children: [{ kind: 'text', text: 'of' }] },
          { kind: 'text', text: ' it' },
        ],
      },
    ]);
    for (const text of ['2 * 3 * 4', 'a*b*c', '* * *'])
      expect(formatLine(text, 'RM')).toEqual([{ kind: 'text', text }]);
  });

  it('reads nothing inside of code', () => {
    expect(formatLine('`**RM-1**`', 'RM')).toEqual([{ kind: 'code', text: '**RM-1**' }]);
  });

  it('leaves what is not closed as it was written', () => {
    expect(formatLine('2 ** 3 and `x', 'RM')).toEqual([{ kind: 'text', text: '2 ** 3 and `x' }]);
  });

  it('links nothing for a board key that is none', () => {
    expect(formatLine('(.*)-1', '(.*)')).toEqual([{ kind: 'text', text: '(.*)-1' }]);
  });
});
