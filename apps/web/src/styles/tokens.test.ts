import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

type Tokens = ReadonlyMap<string, string>;

/** What a block of the style sheet says, on top of what the ones before it said. */
function tokensOf(...selectors: readonly string[]): Tokens {
  return new Map(
    selectors.flatMap((selector) => {
      const body = css.split(`\n${selector} {`)[1]?.split('\n}')[0] ?? '';
      return Array.from(
        body.matchAll(/--([\w-]+):\s*([^;]+);/g),
        ([, name = '', value = '']) => [name, value] as const,
      );
    }),
  );
}

const DARK = ":root[data-theme='dark']";
const MORE = ":root[data-contrast='more']";
const LOOKS = [
  { look: 'light', tokens: tokensOf(':root'), text: 4.5, edge: 3 },
  { look: 'dark', tokens: tokensOf(':root', DARK), text: 4.5, edge: 3 },
  { look: 'light with more contrast', tokens: tokensOf(':root', MORE), text: 7, edge: 4.5 },
  {
    look: 'dark with more contrast',
    tokens: tokensOf(':root', DARK, MORE, `${DARK}[data-contrast='more']`),
    text: 7,
    edge: 4.5,
  },
];

/** What stands on what. */
const GROUNDS = ['bg', 'panel', 'card', 'well'];
const TEXTS: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['ink', [...GROUNDS, 'acc-wash', 'voice-wash', 'late-wash']],
  ['ink2', [...GROUNDS, 'acc-wash']],
  ['ink3', GROUNDS],
  ['acc', [...GROUNDS, 'acc-wash']],
  ['acc-on', ['acc']],
  ['voice-ink', ['voice-wash', 'panel']],
  ['late', [...GROUNDS, 'late-wash']],
  ['soon', ['card', 'panel']],
];

describe.each(LOOKS)('the colours of the look $look', ({ tokens, text, edge }) => {
  const ratio = (one: string, other: string) => contrast(luminance(tokens.get(one)), luminance(tokens.get(other)));
  it(`are read at ${text}:1 wherever they stand`, () => {
    const poor = TEXTS.flatMap(([ink, grounds]) =>
      grounds.map((ground) => ({ ink, ground, ratio: ratio(ink, ground) })).filter((pair) => !(pair.ratio >= text)),
    );
    expect(poor).toEqual([]);
  });

  it(`show the edge of a field at ${edge}:1`, () => {
    const poor = GROUNDS.map((ground) => ({ ground, ratio: ratio('edge', ground) })).filter(
      (pair) => !(pair.ratio >= edge),
    );
    expect(poor).toEqual([]);
  });
});

function contrast(one: number, other: number): number {
  const [light, dark] = one > other ? [one, other] : [other, one];
  return (light + 0.05) / (dark + 0.05);
}

/** The relative luminance of an opaque `oklch()`, as WCAG has it. */
function luminance(color = ''): number {
  const [l = NaN, c = NaN, h = NaN] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(color)?.slice(1).map(Number) ?? [];
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [long, middle, short] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short;
  const green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short;
  const blue = -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short;
  const [r, g, b2] = [red, green, blue].map((part) => Math.min(1, Math.max(0, part)));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b2 ?? 0);
}
