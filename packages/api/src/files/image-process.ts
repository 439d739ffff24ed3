// Reads strangers' images in a process of its own: what is wrong in a decoder, or takes too much, takes no server with it. Imports nothing of ours, so
// that tests can run it from its source.
import process from 'node:process';
import sharp from 'sharp';

/** `measure` reads how large an image is to be seen; `shrink` also writes a small one. */
export interface ImageTask {
  readonly number: number;
  readonly from: string;
  readonly to?: string;
}

export type ImageAnswer =
  | { readonly number: number; readonly width: number; readonly height: number }
  | { readonly number: number; readonly problem: string };

/** More than a camera's picture; a bomb has more. */
const MOST_PIXELS = 64_000_000;
const WIDTH = 480;
const HEIGHT = 960;

sharp.cache(false);
sharp.concurrency(1);
// Of all the formats that could be read, those that browsers show.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPng',
    'VipsForeignLoadJpeg',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
});

async function perform({ number, from, to }: ImageTask): Promise<ImageAnswer> {
  // Of what moves only the first picture.
  const image = sharp(from, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' });
  try {
    if (to === undefined) {
      const { autoOrient } = await image.metadata();
      return { number, width: autoOrient.width, height: autoOrient.height };
    }
    const resized = image.autoOrient().resize(WIDTH, HEIGHT, { fit: 'inside', withoutEnlargement: true });
    const { width, height } = await resized.webp({ quality: 78 }).toFile(to);
    return { number, width, height };
  } catch (error) {
    return { number, problem: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (task: ImageTask) => {
  void perform(task).then((answer) => process.send?.(answer));
});
