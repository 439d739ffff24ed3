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
/** What is under a pointer is shaded, and read all the same. */
const HOVERED: typeof TEXTS = [
  ['ink', GROUNDS],
  ['ink2', GROUNDS],
  ['ink3', ['bg', 'panel', 'card']],
];
const HUES = Array.from({ length: 36 }, (_, index) => index * 10);

describe.each(LOOKS)('the colours of the look $look', ({ tokens, text, edge }) => {
  const colorOf = (name: string) => readColor(tokens.get(name));
  const poorOf = (pairs: readonly Pair[], least: number) =>
    pairs.map(([name, one, other]) => ({ name, ratio: contrast(one, other) })).filter(({ ratio }) => !(ratio >= least));

  it(`are read at ${text}:1 wherever they stand`, () => {
    const pairs = TEXTS.flatMap(([ink, grounds]) =>
      grounds.map((ground): Pair => [`${ink} on ${ground}`, colorOf(ink), colorOf(ground)]),
    );
    expect(poorOf(pairs, text)).toEqual([]);
  });

  it(`are read at ${text}:1 under a pointer`, () => {
    const hovered = (ground: string) => layOver(colorOf('hover'), colorOf(ground));
    const pairs = HOVERED.flatMap(([ink, grounds]) =>
      grounds.map((ground): Pair => [`${ink} on ${ground}`, colorOf(ink), hovered(ground)]),
    );
    expect(poorOf(pairs, text)).toEqual([]);
  });

  it(`show the letters of a person at ${text}:1, in every hue`, () => {
    const shade = (part: string, hue: number) =>
      readColor(`oklch(${tokens.get(`${part}-l`) ?? ''} ${tokens.get(`${part}-c`) ?? ''} ${hue})`);
    const pairs = HUES.map((hue): Pair => [`hue ${hue}`, shade('av-ink', hue), shade('av', hue)]);
    expect(poorOf(pairs, text)).toEqual([]);
  });

  it(`show the edge of a field and the assistant’s sign at ${edge}:1`, () => {
    const edges = GROUNDS.map((ground): Pair => [`edge on ${ground}`, colorOf('edge'), colorOf(ground)]);
    const pairs: readonly Pair[] = [...edges, ['sign', colorOf('voice-on'), colorOf('voice')]];
    expect(poorOf(pairs, edge)).toEqual([]);
  });
});

/** In sRGB, each part from 0 to 1. */
interface Color {
  readonly rgb: readonly number[];
  readonly alpha: number;
}

type Pair = readonly [name: string, one: Color, other: Color];

function contrast(one: Color, other: Color): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

/** As a browser lays a colour that is seen through over one that is not. */
function layOver({ rgb, alpha }: Color, below: Color): Color {
  return { rgb: rgb.map((part, index) => part * alpha + (below.rgb[index] ?? 0) * (1 - alpha)), alpha: 1 };
}

function luminance({ rgb }: Color): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readColor(color = ''): Color {
  const parts = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(color)?.slice(1).map(Number) ?? [];
  const [l = NaN, c = NaN, h = NaN, alpha = NaN] = parts;
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [long, middle, short] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const linear = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  const rgb = linear.map((part) => {
    const within = Math.min(1, Math.max(0, part));
    return within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
  });
  return { rgb, alpha: Number.isNaN(alpha) ? 1 : alpha };
}
