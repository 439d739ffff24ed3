import type { Operation } from '../operations.js';
import type { Understanding } from './command.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import type { SlotType, SlotValues } from './slot-values.js';
import { readTemplate, type Slots, type Template } from './template.js';
import type { Span } from './words.js';

/** What doing it comes to; a text says why it cannot be done. */
export type Act = readonly Operation[] | Doubt | Exclude<Understanding, { kind: 'change' | 'refused' }> | string;

/** Where it was said: for a question about some of the words. */
export interface Place {
  readonly clause: Span;
  readonly slots: Slots;
}

/** One thing that can be meant, and the ways to say it. */
export interface Intent {
  readonly name: string;
  /** The first word of its name: what one of a family is said without, another one has said before. */
  readonly family: string;
  readonly templates: readonly Template[];
  readonly slots: Readonly<Record<string, SlotType>>;
  /** Whether it can be said without a verb: only on its own, or right after the like of it. */
  readonly isVerbless: boolean;
  /** Whether a card that is only nearly called so is asked for: what is done here is not seen on the board afterwards. */
  readonly isCareful: boolean;
  readonly act: (
    values: Readonly<Record<string, SlotValues[SlotType] | undefined>>,
    scene: Scene,
    place: Place,
  ) => Act | null;
}

type ValuesOf<Types extends Readonly<Record<string, SlotType>>> = {
  readonly [Name in keyof Types]: SlotValues[Types[Name]] | undefined;
};

interface Draft<Types extends Readonly<Record<string, SlotType>>> {
  readonly name: string;
  readonly say: readonly string[];
  readonly slots: Types;
  readonly verbless?: boolean;
  readonly careful?: boolean;
  /** `null`: with these values it cannot be meant. */
  readonly act: (values: ValuesOf<Types>, scene: Scene, place: Place) => Act | null;
}

/** The types of the slots are those of what `act` gets; a slot that a template has not is `undefined`. */
export function intent<Types extends Readonly<Record<string, SlotType>>>(draft: Draft<Types>): Intent {
  const { name, say, slots, verbless = false, careful = false } = draft;
  const act = (values: Readonly<Record<string, unknown>>, scene: Scene, place: Place) =>
    draft.act(values as ValuesOf<Types>, scene, place);
  const [family = name] = name.split(/[ ,]/u);
  return { name, family, templates: say.map(readTemplate), slots, isVerbless: verbless, isCareful: careful, act };
}
