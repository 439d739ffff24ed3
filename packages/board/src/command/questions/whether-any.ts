import { formOf, formText, readForm } from '../card-index.js';
import { SMALL } from '../find-card.js';
import { readCardSet, type CardSet } from '../find-card-set.js';
import { intent, type Intent } from '../intent.js';
import { sayHowMany } from '../say-set.js';
import type { Scene } from '../scene.js';
import { allOf, ofPerson } from './about-sets.js';
import { allCards, answer, lowered, nameCards, type Answer } from './say.js';

const HAVE =
  '(is there|are there|do we have|have we got|have we|do you see|is there already|do we already have|does the board have)';

function tellWhether(scene: Scene, set: CardSet): Answer {
  const { ids } = set;
  const there = lowered(sayHowMany(scene, set));
  if (ids.length === 0) return answer(`No, ${there}.`);
  return answer(ids.length === 1 ? `Yes: ${nameCards(scene, ids)}.` : `Yes, ${there}: ${nameCards(scene, ids)}.`, ids);
}

/** “No, 2 of the 5 are not: …”. */
function tellAll(scene: Scene, set: CardSet, so: CardSet): Answer {
  const { ids } = set;
  const others = ids.filter((id) => !so.ids.includes(id));
  if (ids.length === 0) return answer(`${sayHowMany(scene, set)}.`);
  if (others.length === 0)
    return answer(ids.length === 1 ? `Yes: ${nameCards(scene, ids)}.` : `Yes, all ${ids.length} are.`, ids);
  const some = `${others.length} of the ${ids.length} ${others.length === 1 ? 'is' : 'are'} not`;
  const none = ids.length === 1 ? '' : `, none of the ${ids.length} is`;
  const what = others.length === ids.length ? none : `, ${some}`;
  return answer(`No${what}: ${nameCards(scene, others)}.`, others);
}

const WHETHER = new Set(['any', 'anything']);
const ABOUT =
  /^(?:card|task|ticket|issue|item|story|todo) (?:called|named|titled)? ?(about|for|on|regarding|concerning|mentioning)? ?(.+)$/iu;

function setOf(scene: Scene): CardSet | null {
  const set = readCardSet(scene, { from: 0, to: scene.said.words.length });
  return set?.kind === 'clear' ? { ...set.value, isSingle: false } : null;
}

/** “Is there a card TK-3?” asks for that one. */
function tellNumbered(scene: Scene, topic: string): Answer | null {
  const again = scene.reader.resay(topic);
  const whole = { from: 0, to: again.said.words.length };
  const card = /\d$/u.test(topic) ? again.reader.slot('card', whole) : null;
  if (card?.kind === 'clear') return answer(`Yes: ${nameCards(scene, [card.value])}.`, [card.value]);
  return card && card.doubt.choices.length === 0 ? answer(`No. ${card.doubt.question}`) : null;
}

/** “Do we have anything for Friday?” asks for what is due then. */
function tellDue(scene: Scene, topic: string): Answer | null {
  const due = setOf(scene.reader.resay(`all cards due ${topic}`));
  return due && tellWhether(scene, due);
}

/** Whether a card says something of it, in its title or in its details. */
function tellAbout(scene: Scene, topic: string): Answer | null {
  const { said, reader } = scene.reader.resay(topic);
  // “Anything for Ana” is what is hers; “anything for Ana to do” may be that, or more.
  const person = reader.slot('person', { from: 0, to: said.words.length });
  if (person?.kind === 'clear') return tellWhether(scene, ofPerson(scene, allOf(scene), person.value));
  if (said.words.some((_, at) => reader.slot('person', { from: at, to: at + 1 })?.kind === 'clear')) return null;
  const wanted = readForm(topic).stems.filter((word) => !SMALL.has(word));
  const has = (text: string) => {
    const stems = new Set(formText(text).stems);
    return wanted.every((word) => stems.has(word));
  };
  const ids = allCards(scene.board).flatMap(({ id, title, details }) => (has(`${title} ${details}`) ? [id] : []));
  if (ids.length === 0) return tellNear(scene, topic, wanted);
  return answer(`Yes${ids.length === 1 ? '' : `, ${ids.length} cards`}: ${nameCards(scene, ids)}.`, ids);
}

/** Whether there are such cards, and whether all of some are so. */
export const ANY_INTENTS: readonly Intent[] = [
  intent({
    name: 'whether there are cards',
    say: [
      `${HAVE} {there:set}`,
      '(is|are) {set:set}',
      '(does|do|has) {person:person} (have|got)? {set:set}',
      '(have i|do i) (got|have)? {mine:set}',
      'is (anything|something) {traits:traits}',
      '(anything|anything else) {traits:traits}',
      'any {there:set}',
    ],
    slots: { set: 'set', there: 'set', mine: 'set', traits: 'traits', person: 'person' },
    act({ set, there, mine, traits, person }, scene, { clause }) {
      const loose = traits ?? there;
      if (loose) return tellWhether(scene, loose);
      if (mine) return tellWhether(scene, ofPerson(scene, mine, scene.context.actorId));
      if (!set) return null;
      if (person !== undefined) return tellWhether(scene, ofPerson(scene, set, person));
      // “Is TK-3 blocked” is about one card; “is anything overdue” about all.
      const second = scene.said.words[clause.from + 1]?.norm ?? '';
      return WHETHER.has(second) ? tellWhether(scene, set) : null;
    },
  }),
  intent({
    name: 'whether any are left',
    say: [`(${HAVE}|) any {what:text} (left|remaining|left to do|still to do|still open)`],
    slots: { what: 'text' },
    act({ what }, scene) {
      const set = what === undefined ? null : setOf(scene.reader.resay(`all unfinished ${what}`));
      return set && tellWhether(scene, set);
    },
  }),
  intent({
    name: 'whether all of them are so',
    say: ['(is|are) {set:set} (all|both)? {traits:traits}'],
    slots: { set: 'set', traits: 'traits' },
    act({ set, traits }, scene, { clause }) {
      const isAny = WHETHER.has(scene.said.words[clause.from + 1]?.norm ?? '');
      // Of “everything in Review overdue” the last of them is asked, and the others say of what.
      return !set || set.isSingle || isAny || traits?.traits.length !== 1 ? null : tellAll(scene, set, traits);
    },
  }),
  intent({
    name: 'whether there is a card',
    say: [`${HAVE} (a|an|another|already a|already an) {what:text}`],
    slots: { what: 'text' },
    act({ what = '' }, scene) {
      const [, about = '', topic = ''] = ABOUT.exec(what) ?? [];
      // “A card for Ana” is one of hers; “a card for the launch” is about it.
      const all = about === 'about' ? null : setOf(scene.reader.resay(`every ${what}`));
      if (all) return tellWhether(scene, all);
      return topic === '' ? null : (tellNumbered(scene, topic) ?? tellDue(scene, topic) ?? tellAbout(scene, topic));
    },
  }),
  intent({
    name: 'whether there is anything about it',
    say: [`${HAVE} (anything|something) (about|for|on|regarding) {topic:text}`],
    slots: { topic: 'text' },
    act: ({ topic }, scene) => (topic === undefined ? null : (tellDue(scene, topic) ?? tellAbout(scene, topic))),
  }),
];

/** None is about all of it: whoever asks may have meant one that is about a part. */
function tellNear(scene: Scene, topic: string, wanted: readonly string[]): Answer {
  const near = allCards(scene.board).filter((card) => formOf(card).stems.some((word) => wanted.includes(word)));
  const ids = near.slice(0, MOST_NEAR).map(({ id }) => id);
  if (ids.length === 0) return answer(`No, no card is about “${topic}”.`);
  return answer(`No card is about all of “${topic}”. Nearest to it: ${nameCards(scene, ids)}.`, ids);
}

const MOST_NEAR = 3;
