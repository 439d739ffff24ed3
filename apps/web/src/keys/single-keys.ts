import { createSignal } from '../ui/signal';
import { keepSetting, readSetting } from '../ui/storage';
import { isSingle } from './chord';
import { KEYS, type KeyName } from './table';

const NAME = 'talkan:single-keys';
const OFF = 'off';

/** Whether letters and signs by themselves do anything: who speaks to their machine, or rests a hand on it, may want none of that. */
export const singleKeys = createSignal(readSetting(NAME) !== OFF);

/** Keeps it for this browser. */
export function setSingleKeys(on: boolean): void {
  keepSetting(NAME, on ? 'on' : OFF);
  singleKeys.set(on);
}

/** The keys for something that are of use now, as `aria-keyshortcuts` names them. */
export function keysOf(name: KeyName | undefined): string | undefined {
  const all = name === undefined ? [] : KEYS[name].keys.split(' ');
  const used = singleKeys.get() ? all : all.filter((chord) => !isSingle(chord));
  return used.length === 0 ? undefined : used.join(' ');
}
