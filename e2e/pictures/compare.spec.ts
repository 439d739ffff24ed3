import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';
import { compare } from './compare.js';

const NAME = 'sign-in/empty.phone-light';
const FILE = fileURLToPath(new URL(`reference/${NAME}.webp`, import.meta.url));
const BUTTON = { left: 30, top: 490, width: 330, height: 66 };

const compared = (picture: Sharp) => compare(NAME, () => picture.png().toBuffer());

test('a button that moves by a pixel or takes another colour is noticed, and noise is not @phone', async () => {
  const button = await sharp(FILE).extract(BUTTON).png().toBuffer();
  const withButton = (input: Buffer, top: number) => sharp(FILE).composite([{ input, left: BUTTON.left, top }]);
  expect(await compared(withButton(button, BUTTON.top))).toBeNull();
  expect(await compared(withButton(button, BUTTON.top + 1))).toMatch(/differs from its reference in \d{3,} pixels/);
  const paler = await sharp(button).modulate({ brightness: 1.1 }).png().toBuffer();
  expect(await compared(withButton(paler, BUTTON.top))).toMatch(/differs from its reference in \d{3,} pixels/);
  const noise = await sharp(button).modulate({ brightness: 1.005 }).png().toBuffer();
  expect(await compared(withButton(noise, BUTTON.top))).toBeNull();
});
