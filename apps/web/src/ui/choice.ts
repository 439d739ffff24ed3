import { keepSetting, readSetting } from './storage';
import { createSignal } from './signal';

/** A small choice that this browser keeps, the same on all its pages. */
export interface KeptChoice<Value extends string> {
  readonly get: () => Value;
  readonly choose: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** @param values what there is to choose from; the first holds until something is chosen */
export function keptChoice<const Value extends string>(
  key: string,
  values: readonly [Value, ...Value[]],
): KeptChoice<Value> {
  const known = (text: string | null) => values.find((value) => value === text) ?? values[0];
  const chosen = createSignal(known(readSetting(key)));
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key || event.key === null) chosen.set(known(event.newValue));
  });
  return {
    get: chosen.get,
    subscribe: chosen.subscribe,
    choose(value) {
      keepSetting(key, value);
      // Other pages hear of it by themselves; this one hears of it here.
      dispatchEvent(new StorageEvent('storage', { key, newValue: value }));
    },
  };
}
