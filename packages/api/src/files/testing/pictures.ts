import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const GREEN = { width: 64, height: 40, channels: 3, background: '#2a8' } as const;

/** A picture of one colour in each of the formats that are shown. */
export function pictures(): Promise<readonly (readonly [type: string, bytes: Buffer])[]> {
  const picture = () => sharp({ create: GREEN });
  return Promise.all([
    picture()
      .png()
      .toBuffer()
      .then((bytes) => ['image/png', bytes] as const),
    picture()
      .jpeg()
      .toBuffer()
      .then((bytes) => ['image/jpeg', bytes] as const),
    picture()
      .gif()
      .toBuffer()
      .then((bytes) => ['image/gif', bytes] as const),
    picture()
      .webp()
      .toBuffer()
      .then((bytes) => ['image/webp', bytes] as const),
    picture()
      .avif({ effort: 0 })
      .toBuffer()
      .then((bytes) => ['image/avif', bytes] as const),
  ]);
}

/** As a camera that is held upright writes it: on its side, with a note which way is up. */
export function uprightPhoto(): Promise<Buffer> {
  const picture = sharp({ create: { ...GREEN, width: 1200, height: 800 } });
  return picture.jpeg().withMetadata({ orientation: 6 }).toBuffer();
}

/** Few bytes that want a hundred million pixels. */
export function bomb(): Buffer {
  const side = 12_000;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // One bit for each pixel, grey.
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)));
  const parts = [pngPart('IHDR', head), pngPart('IDAT', rows), pngPart('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

function pngPart(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}

/** How large it is, and in which format. */
export async function lookAt(bytes: Buffer): Promise<{ format: string | undefined; width: number; height: number }> {
  const { format, width, height } = await sharp(bytes).metadata();
  return { format, width, height };
}
