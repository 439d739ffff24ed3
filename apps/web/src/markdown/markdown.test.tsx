import { renderToStaticMarkup } from 'react-dom/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { tick } from './lines';
import { MarkdownText } from './markdown-text';
import { parseMarkdown } from './parse';
import { finderOf } from '@talkan/board/mentions';

const meaning = {
  boardId: 'board',
  boardKey: 'TK',
  findPerson: finderOf([
    { name: 'Ann', isSelf: true },
    { name: 'ben.k', isSelf: false },
  ]),
  findCard: (number: number) => (number === 12 ? { title: 'Twelve', isDone: true } : undefined),
};
const draw = (text: string) =>
  renderToStaticMarkup(
    <Router ssrPath="/">
      <MarkdownText text={text} meaning={meaning} />
    </Router>,
  );
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

describe('Markdown on the screen', () => {
  it('shows tags as they were typed', () => {
    const html = draw('<script>alert(1)</script> and <b onclick="x()">bold</b>\n\n<img src=x onerror=alert(1)>');
    expect(html).not.toMatch(/<(?:script|b|img)/);
    expect(wordsOf(html)).toContain('<script>alert(1)</script>');
    expect(wordsOf(html)).toContain('<img src=x onerror=alert(1)>');
  });

  it('links to the web, to mail and to this server, and to nothing that runs', () => {
    const good = ['https://a.example/b', 'http://a.example', 'mailto:ann@a.example', '/files/x', 'b.html', '#top'];
    for (const address of good) {
      expect(draw(`[a](${address})`)).toContain(`href="${address}" target="_blank" rel="noopener noreferrer"`);
    }
    const bad = [
      'javascript:alert(1)',
      'JaVaScRiPt:a',
      'data:text/html,a',
      'vbscript:a',
      'file:///etc',
      'javascript&colon;a',
    ];
    for (const address of bad) expect(draw(`[a](${address}) <${address}> ![a](${address})`)).not.toContain('href');
  });

  it('finds addresses in running text', () => {
    expect(draw('See https://a.example/b?c=1, or ann@a.example.')).toMatch(
      /href="https:\/\/a.example\/b\?c=1".*mailto:/,
    );
    expect(draw('fares.rs and fares.md')).not.toContain('href');
  });

  it('loads no image but the files of this board', () => {
    expect(draw('![A cat](https://a.example/cat.png)')).toContain('>A cat</a>');
    expect(draw('![A cat](/files/other/cat/cat.png)')).not.toContain('<img');
    const own = draw('![A cat](/files/board/cat/cat.png)');
    expect(own).toMatch(/<img[^>]* src="\/files\/board\/cat\/thumbnail" alt="A cat" loading="lazy"/);
    expect(draw('![A cat](/files/board/../../x)')).not.toContain('<img');
  });

  it('puts titles below those of the page', () => {
    expect(draw('# One\n\n## Two\n\n###### Six')).toMatch(/<h3.*One<\/h3><h4.*Two<\/h4><h6.*Six<\/h6>/);
  });

  it('makes links of the numbers of cards that there are, outside of code and of links', () => {
    const html = draw('TK-12, (TK-12) xTK-12 TK-120 TK-99 TK-12a `TK-12` [TK-12](http://a.example)');
    expect(html.match(/href="\/TK-12"/g)).toHaveLength(2);
    expect(html).toContain('title="Twelve"');
    expect(wordsOf(html).match(/TK-12(?!0)/g)).toHaveLength(6);
  });

  it('makes chips of the names of people that there are, whatever their capitals', () => {
    const html = draw('@ANN, @ben.k. @nobody ann@ann.example `@Ann`');
    expect(html.match(/<span class="[^"]*person[^"]*">/g)).toHaveLength(2);
    expect(html).toContain('>@ANN</span>, ');
    expect(html).toContain('>@ben.k</span>. @nobody');
  });

  it('shows the beginning of a long text, and says that there is more', () => {
    expect(draw('a\n'.repeat(400))).not.toContain('Show all');
    const html = draw('a\n'.repeat(10_000));
    expect(html).toContain('Show all');
    expect(html.match(/a/g)?.length).toBeLessThan(900);
    expect(draw('word '.repeat(10_000)).length).toBeLessThan(17_000);
  });
});

describe('boxes', () => {
  const boxesIn = (source: string) => {
    const found: number[] = [];
    const look = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(look);
      else if (typeof value === 'object' && value !== null) {
        if ('task' in value && value.task) found.push((value.task as { at: number }).at);
        Object.values(value).forEach(look);
      }
    };
    look(parseMarkdown(source));
    return found.toSorted((one, other) => one - other);
  };
  const tickNth = (source: string, index: number) => tick(source, boxesIn(source)[index] ?? -1);

  it.each([
    ['- [ ] a\n- [ ] a\n', 1, '- [ ] a\n- [x] a\n'],
    ['- [x] a\r\n* [X] b\r\n+ [ ] c', 1, '- [x] a\r\n* [ ] b\r\n+ [ ] c'],
    ['1. [ ] a\n2) [ ] b', 1, '1. [ ] a\n2) [x] b'],
    ['> - [ ] a\n>   - [ ] b', 1, '> - [ ] a\n>   - [x] b'],
    ['- - [ ] a', 0, '- - [x] a'],
    ['-\t[ ] a\n\t- [ ]\tb', 1, '-\t[ ] a\n\t- [x]\tb'],
    ['-\n  [ ] a', 0, '-\n  [x] a'],
    ['\uFEFFé 🙂\n\n- [ ] 🙂 a', 0, '\uFEFFé 🙂\n\n- [x] 🙂 a'],
    ['a\r\r- [ ] b', 0, 'a\r\r- [x] b'],
  ])('of %j number %i alone is ticked', (source, index, expected) => {
    expect(tickNth(source, index)).toBe(expected);
  });

  it('are none in code, in running text, without words, or escaped', () => {
    for (const source of ['```\n- [ ] a\n```', '[ ] a', '- [ ]', '- \\[ ] a', '- [ ](b)', '- &#91; ] a', '- a [ ] b']) {
      expect(boxesIn(source)).toEqual([]);
    }
  });

  it('changes one letter of the source, and back', () => {
    const item = fc.tuple(
      fc.constantFrom('- ', '* ', '1. ', '> - ', '  - ', '    - ', '\t+ ', '> > 3) '),
      fc.constantFrom('[ ] ', '[x] ', '[X]\t', ''),
      fc.string(),
      fc.constantFrom('\n', '\r\n', '\n\n'),
    );
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const source = items.map((parts) => parts.join('')).join('');
        for (const at of boxesIn(source)) {
          const ticked = tick(source, at);
          expect(ticked.length).toBe(source.length);
          expect(ticked.slice(0, at) + ticked.slice(at + 1)).toBe(source.slice(0, at) + source.slice(at + 1));
          expect(ticked[at]).not.toBe(source[at]);
          expect(tick(ticked, at).toLowerCase()).toBe(source.toLowerCase());
          expect(boxesIn(ticked)).toEqual(boxesIn(source));
        }
      }),
    );
  });
});

const LINES = `\`\`\`
|> |- |1. |# |
|

|\t|~a~b~
~-~-~
|- [ ] | |    |---
|===
|\r\n`
  .split('|')
  .map((line) => line.replaceAll('~', '|'));

/** Whether a row may have more cells than its table has columns: GFM leaves those out (https://github.github.com/gfm/#tables-extension-). */
function hasCellsBeyond(text: string): boolean {
  const cellsOf = (line: string) =>
    line
      .trim()
      .replaceAll(/^\||\|$/g, '')
      .split('|').length;
  return text.includes('|-|-|') && text.split(/\r\n?|\n/).some((line) => cellsOf(line) > cellsOf('|-|-|'));
}

describe('anything at all', () => {
  const MARKS = '* ** _ ` [ ] ( ) ![ < > | ~~ \\ &amp; TK-12 @Ann http://a.b/ <b> --> \u202E 🙂 \0 wörd שלום a'.split(
    ' ',
  );
  const piece = fc.constantFrom(...MARKS, ...LINES);
  const hostile = fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(''));

  it('is drawn, and loses no word', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // A link’s definition is not shown where it stands, nor is an address but in its link.
        fc.pre(!/\]:|\]\(|&/.test(text));
        fc.pre(!hasCellsBeyond(text));
        const shown = wordsOf(draw(text)).replaceAll(/\s/g, '');
        for (const word of text.match(/[\p{L}]{2,}/gu) ?? []) expect(shown).toContain(word);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['deep quotes', '> '.repeat(30_000) + 'end'],
    ['deep lists', '- '.repeat(30_000) + 'end'],
    ['indented lists', Array.from({ length: 350 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n') + '\nend'],
    ['emphasis', '*a **a '.repeat(9000) + 'end'],
    ['brackets', '['.repeat(65_000) + 'end'],
    ['open links', '[a](b'.repeat(13_000) + 'end'],
    ['a wide table', `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|a\n'.repeat(15_000)}`],
    ['many items', '- [ ] a\n'.repeat(8000) + 'end'],
    ['one address many times', `[a]: /${'x'.repeat(30_000)}\n\n${'[a]'.repeat(10_000)}`],
  ])('is drawn whole, in bounded size: %s', (_, text) => {
    const blocks = parseMarkdown(text);
    expect(JSON.stringify(blocks).length).toBeLessThan(3_000_000);
    expect(JSON.stringify(blocks)).toContain(text.slice(-3).trim());
  });
});
