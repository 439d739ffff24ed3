import { describe, expect, it } from 'vitest';
import { finderOf, mentionedIn } from './mentions.js';

const find = finderOf(['ann', 'Bob', 'ann.lee', 'zoë'].map((name) => ({ name })));
const names = (text: string) => [...mentionedIn(text, find)].map(({ name }) => name);

describe('who is mentioned in a text', () => {
  it('is whom it calls by name, each once, however that is capitalised', () => {
    expect(names('@ann and @BOB, see @Ann; (@zoë)')).toEqual(['ann', 'Bob', 'zoë']);
  });

  it('is nobody where the sign is a part of something else', () => {
    expect(names('mail ann@bob.example, x@ann, https://host/@ann, @@ann, @nobody, @ ann, @annika')).toEqual([]);
  });

  it('is the longest name there is, without the point at the end of a sentence', () => {
    expect(names('Ask @ann.lee. Or @ann.')).toEqual(['ann.lee', 'ann']);
  });

  it('is nobody in code', () => {
    expect(names('`@ann` and ``@ann``')).toEqual([]);
    expect(names('```\n@ann\n```\n@bob')).toEqual(['Bob']);
    expect(names('~~~ts\n@ann')).toEqual([]);
  });

  it.each([
    ['@'.repeat(65_536), []],
    ['`@'.repeat(32_768), []],
    ['@ann '.repeat(13_000), ['ann']],
    ['```\n'.repeat(16_384), []],
    [`${'`'.repeat(65_000)}@ann`, []],
    ['~~~\n@'.repeat(13_000), []],
    ['` `` '.repeat(13_000), []],
    ['@a.-_'.repeat(13_000), []],
  ])('is found in whatever there is (%#)', (text, people) => expect(names(text)).toEqual(people));
});
