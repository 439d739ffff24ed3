import type { Id } from '../model.js';
import type { CardSet } from './find-card-set.js';
import { answer, capital, nameCards, nameOf, type Answer } from './questions/say.js';
import type { Scene } from './scene.js';
import { nameTraits, type Trait } from './trait.js';

/** Cards and what they have in common. */
interface Some {
  readonly ids: readonly Id[];
  readonly traits: readonly Trait[];
}

/** “There are 2 overdue cards”, “Ana has no cards in “Review””: a sentence without its full stop. */
export function sayHowMany(scene: Scene, { ids: { length: count }, traits }: Some): string {
  const owners = traits.flatMap(({ ownerId }) => ownerId ?? []);
  const [owner] = owners;
  const number = count === 0 ? 'no' : `${count}`;
  if (owner !== undefined && owners.length === 1) {
    const rest = traits.filter(({ ownerId }) => ownerId === null);
    return `${sayHas(scene, owner)} ${number} ${nameTraits(rest, count)}`;
  }
  const where = traits.length === 0 ? ' on the board' : '';
  return `There ${count === 1 ? 'is' : 'are'} ${number} ${nameTraits(traits, count)}${where}`;
}

/** “You have”, “Ana has”. */
export function sayHas(scene: Scene, person: Id): string {
  return person === scene.context.actorId ? 'You have' : `${capital(nameOf(scene, person))} has`;
}

/** “There are 2 overdue cards: …”, “Ana has one: …”. */
export function tellSet(scene: Scene, set: CardSet): Answer {
  const { ids, isSingle, isPart } = set;
  const there = sayHowMany(scene, set);
  if (ids.length === 0) return answer(`${there}.`);
  if (isSingle && ids.length === 1) return answer(`That is ${nameCards(scene, ids)}.`, ids);
  if (isPart) return answer(`Those are ${nameCards(scene, ids)}.`, ids);
  if (ids.length === 1) return answer(`There is one: ${nameCards(scene, ids)}.`, ids);
  return answer(`${there}: ${nameCards(scene, ids)}.`, ids);
}
