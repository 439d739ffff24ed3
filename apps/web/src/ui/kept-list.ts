import type { Id } from '@talkan/board/model';
import { browserStorage, keepSetting, readSetting } from './storage';

/** A short list that this browser keeps for a person until they sign out, what came last first. */
export interface KeptList<One> {
  readonly read: (userId: Id) => readonly One[];
  readonly add: (userId: Id, one: One) => void;
  readonly remove: (userId: Id, one: One) => void;
  readonly forget: (userId: Id) => void;
}

interface KeptListOptions<One> {
  readonly name: string;
  readonly most: number;
  /** What was kept may be of an older page, or of nobody's. */
  readonly isOne: (value: unknown) => value is One;
  readonly isSame?: (one: One, other: One) => boolean;
}

export function keptList<One>({ name, most, isOne, isSame = Object.is }: KeptListOptions<One>): KeptList<One> {
  const keyOf = (userId: Id) => `talkan:${name}:${userId}`;
  const read = (userId: Id): readonly One[] => {
    try {
      const kept: unknown = JSON.parse(readSetting(keyOf(userId)) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isOne) : [];
    } catch {
      return [];
    }
  };
  const others = (userId: Id, one: One) => read(userId).filter((other) => !isSame(one, other));
  const keep = (userId: Id, list: readonly One[]) => keepSetting(keyOf(userId), JSON.stringify(list.slice(0, most)));
  return {
    read,
    add: (userId, one) => keep(userId, [one, ...others(userId, one)]),
    remove: (userId, one) => keep(userId, others(userId, one)),
    forget(userId) {
      try {
        browserStorage()?.removeItem(keyOf(userId));
      } catch {
        // Then nothing was kept either.
      }
    },
  };
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}
