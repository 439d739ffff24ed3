import { useEffectEvent, useLayoutEffect } from 'react';
import { columnHeld } from '../board/drag/column-held';
import { boardPage } from '../board/the-page';
import { chordOf, isSingle } from './chord';
import { singleKeys } from './single-keys';
import { KEYS, nameOf, type KeyName } from './table';

/** Does what a key of the table is for. `false`: not here, not now; somebody else may. */
type KeyAction = (event: KeyboardEvent | null) => unknown;

/** Whether it was done. */
type Layer = (name: KeyName, event: KeyboardEvent | null) => boolean;

/** What stands on the page and takes keys; what came last is asked first. */
const layers = new Set<Layer>();

/** Takes these keys for as long as the component stands on the page, whenever keys are meant for the page. */
export function useKeys(actions: Readonly<Partial<Record<KeyName, KeyAction>>>): void {
  const layer = useEffectEvent<Layer>((name, event) => {
    const action = actions[name];
    return action !== undefined && action(event) !== false;
  });
  // What is seen takes its keys: not only some time after.
  useLayoutEffect(() => {
    if (layers.size === 0) addEventListener('keydown', press);
    layers.add(layer);
    return () => {
      layers.delete(layer);
      if (layers.size === 0) removeEventListener('keydown', press);
    };
  }, []);
}

/** Does what a key does, for whoever does not press it. */
export function doByKey(name: KeyName, event: KeyboardEvent | null = null): boolean {
  return [...layers].toReversed().some((layer) => layer(name, event));
}

function press(event: KeyboardEvent): void {
  // 229: what is pressed goes into a word that is being composed, as older browsers say it.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const chord = chordOf(event);
  const name = nameOf(chord);
  if (name !== undefined && isMeant(name, chord, event) && doByKey(name, event)) event.preventDefault();
}

/** What one types into. */
export const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=submit], [type=file]), textarea, select, [contenteditable]:not([contenteditable=false])';

/** Whether a press means the page: not a text, nor what lies over the page, nor a card in the hand. */
function isMeant(name: KeyName, chord: string, { repeat, target }: KeyboardEvent): boolean {
  const { repeats, everywhere, onBoard } = KEYS[name];
  const isAlone = isSingle(chord);
  const at = target instanceof Element ? target : document.body;
  if ((repeat && !repeats) || isDragging() || (isAlone && !singleKeys.get())) return false;
  if (onBoard && at !== document.body && !at.closest('#board')) return false;
  if (everywhere && !isAlone) return true;
  return !at.closest(FIELDS) && !document.querySelector(isAlone ? ':modal, :popover-open' : ':modal');
}

function isDragging(): boolean {
  return (
    document.documentElement.dataset['dragging'] !== undefined ||
    columnHeld.get() ||
    (boardPage.get()?.drag.get() ?? null) !== null
  );
}
