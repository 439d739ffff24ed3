import { useRef, type PointerEvent, type RefObject } from 'react';
import { restOf, type Rests, type SheetRest } from './sheet-rest';

export interface SheetDragOptions {
  readonly sheet: RefObject<HTMLElement | null>;
  /** How high it stands where it rests; left out: it only goes down. */
  readonly rests?: () => Rests;
  readonly onRest: (rest: SheetRest) => void;
}

interface Held {
  readonly pointerId: number;
  readonly y: number;
  readonly height: number;
  readonly rests: Rests;
  moves: boolean;
  lastY: number;
  lastAt: number;
  /** Upwards, in pixels a millisecond. */
  speed: number;
}

/** Below it, it is a press on what is in the handle. */
const SLOP = 6;
/** A finger that has rested this long throws nothing. */
const RESTED_MS = 90;

/** What makes an element the handle of the sheet that it stands in, which goes along with the finger. */
export function useSheetDrag({ sheet, rests, onRest }: SheetDragOptions) {
  const held = useRef<Held | null>(null);

  const letGo = () => {
    const { current } = held;
    held.current = null;
    sheet.current?.removeAttribute('data-dragged');
    sheet.current?.style.removeProperty('height');
    sheet.current?.style.removeProperty('translate');
    return current;
  };
  return {
    onPointerDown({ pointerId, isPrimary, button, clientY: y, timeStamp }: PointerEvent) {
      const height = sheet.current?.offsetHeight ?? 0;
      if (!isPrimary || button !== 0 || height === 0) return;
      const resting = rests?.() ?? { half: height, full: height };
      held.current = { pointerId, y, height, rests: resting, moves: false, lastY: y, lastAt: timeStamp, speed: 0 };
    },
    onPointerMove({ clientY: y, timeStamp, currentTarget, pointerId, buttons }: PointerEvent<HTMLElement>) {
      const { current: hold } = held;
      if (!hold || !sheet.current || pointerId !== hold.pointerId) return;
      // Let go where nobody heard of it.
      if (buttons === 0) return void letGo();
      if (!hold.moves) {
        if (Math.abs(y - hold.y) < SLOP) return;
        hold.moves = true;
        // What was pressed is not clicked when the finger leaves it.
        currentTarget.setPointerCapture(pointerId);
        sheet.current.toggleAttribute('data-dragged', true);
      }
      hold.speed = (hold.speed + (hold.lastY - y) / Math.max(1, timeStamp - hold.lastAt)) / 2;
      hold.lastY = y;
      hold.lastAt = timeStamp;
      const { half, full } = hold.rests;
      const height = hold.height + hold.y - y;
      sheet.current.style.setProperty('height', `${Math.min(full, Math.max(half, height))}px`);
      sheet.current.style.setProperty('translate', `0 ${Math.max(0, half - height)}px`);
    },
    onPointerUp({ pointerId, clientY, timeStamp }: PointerEvent) {
      if (pointerId !== held.current?.pointerId) return;
      const hold = letGo();
      if (!hold?.moves) return;
      const speed = timeStamp - hold.lastAt > RESTED_MS ? 0 : hold.speed;
      onRest(restOf({ height: hold.height + hold.y - clientY, speed }, hold.rests));
    },
    onPointerCancel({ pointerId }: PointerEvent) {
      if (pointerId === held.current?.pointerId) letGo();
    },
  };
}
