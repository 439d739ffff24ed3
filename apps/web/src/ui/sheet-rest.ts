/** Where a sheet that was dragged by its handle comes to rest. */
export type SheetRest = 'closed' | 'half' | 'full';

/** How high a sheet is where it rests, in pixels; the same twice for one that has no second height. */
export interface Rests {
  readonly half: number;
  readonly full: number;
}

export interface Release {
  /** How high the sheet is where it was let go, in pixels. */
  readonly height: number;
  /** Of the finger when it let go, in pixels a millisecond, upwards. */
  readonly speed: number;
}

/** Faster than this the finger throws the sheet: it goes on to the next rest, however little it was moved. */
const THROWN = 0.4;

/** The next rest in the direction of a throw, else the nearest one. */
export function restOf({ height, speed }: Release, { half, full }: Rests): SheetRest {
  const rests = [
    { rest: 'closed', at: 0 },
    { rest: 'half', at: half },
    { rest: 'full', at: full },
  ] as const;
  if (speed > THROWN) return rests.find(({ at }) => at > height)?.rest ?? 'full';
  if (speed < -THROWN) return rests.findLast(({ at }) => at < height)?.rest ?? 'closed';
  const distance = ({ at }: { readonly at: number }) => Math.abs(at - height);
  return rests.reduce((nearest, one) => (distance(one) < distance(nearest) ? one : nearest)).rest;
}
