import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

const REFERENCE = fileURLToPath(new URL('reference/', import.meta.url));
/** What the README shows. */
const PUBLISHED = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
/** What came out otherwise, and where: in no commit. */
const DIFFERENCES = fileURLToPath(new URL('differences/', import.meta.url));

/** How far the two colours of a pixel may be apart, from 0 to 1. Where an edge only comes out a little softer it does not count at all. */
const THRESHOLD = 0.03;
/** How many pixels may be farther apart: less than what remains of a small button that moves by one. */
const MOST_OTHERS = 20;
const TRIES = 12;
const PAUSE_MS = 250;

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** What is wrong with a picture; `null`: it is as its reference. */
export async function compare(name: string, shoot: () => Promise<Buffer>): Promise<string | null> {
  const reference = await read(name);
  if (reference === null) {
    await keep(`${DIFFERENCES}${name}.png`, await shoot());
    return `There is no reference of ${name}. Look at e2e/pictures/differences/${name}.png, and make one by: npm run pictures`;
  }
  for (let left = TRIES; ; left -= 1) {
    const shot = await shoot();
    if (reference.includes(markOf(shot))) return null;
    const { others, seen } = difference(await pixelsOf(reference), await pixelsOf(shot));
    if (others <= MOST_OTHERS) return null;
    if (left > 1) {
      // Something may still have been on its way.
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      continue;
    }
    await keep(`${DIFFERENCES}${name}.png`, shot);
    await keep(`${DIFFERENCES}${name}.difference.png`, await pngOf(seen));
    return `${name} differs from its reference in ${others} pixels. See e2e/pictures/differences/${name}.difference.png; is it meant to be so: npm run pictures`;
  }
}

/** Makes a picture the reference. One that is the same already stays the file that it is. */
export async function update(name: string, shoot: () => Promise<Buffer>): Promise<void> {
  const taken = process.env['PICTURES_TAKEN'];
  if (taken) await appendFile(taken, `${name}\n`);
  const before = await read(name);
  let shot = await shoot();
  for (let left = TRIES; left > 0 && !before?.includes(markOf(shot)); left -= 1) {
    const next = await shoot();
    if (next.equals(shot)) break;
    shot = next;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  if (before?.includes(markOf(shot))) return;
  if (before && difference(await pixelsOf(before), await pixelsOf(shot)).others === 0) return;
  await keep(`${REFERENCE}${name}.webp`, await stored(shot));
}

/** Puts a picture where the README shows it from. */
export async function publish(name: string, shoot: () => Promise<Buffer>): Promise<void> {
  await keep(
    `${PUBLISHED}${name}.webp`,
    await sharp(await shoot())
      .webp({ quality: 90, effort: 6 })
      .toBuffer(),
  );
}

/**
 * With 256 colours, where nobody could tell: a quarter smaller. What it was made of stands in it, so that the same picture, byte for byte, is
 * known again without a look at its pixels.
 */
async function stored(shot: Buffer): Promise<Buffer> {
  const few = await sharp(shot).png({ palette: true, dither: 0 }).toBuffer();
  const isSame = difference(await pixelsOf(few), await pixelsOf(shot)).others === 0;
  return sharp(isSame ? few : shot)
    .webp({ lossless: true })
    .withExif({ IFD0: { ImageDescription: markOf(shot) } })
    .toBuffer();
}

function markOf(shot: Buffer): string {
  return createHash('sha256').update(shot).digest('hex');
}

function difference(reference: Pixels, shot: Pixels): { readonly others: number; readonly seen: Pixels } {
  const { width, height } = reference;
  if (shot.width !== width || shot.height !== height) return { others: Infinity, seen: shot };
  const seen = { data: Buffer.alloc(reference.data.length), width, height };
  const others = pixelmatch(reference.data, shot.data, seen.data, width, height, { threshold: THRESHOLD });
  return { others, seen };
}

function read(name: string): Promise<Buffer | null> {
  return readFile(`${REFERENCE}${name}.webp`).catch(() => null);
}

async function pixelsOf(picture: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function pngOf({ data, width, height }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

async function keep(file: string, picture: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, picture);
}
