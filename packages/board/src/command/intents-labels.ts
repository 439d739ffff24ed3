import type { Card, Hue, Id } from '../model.js';
import { LIMITS } from '../limits.js';
import type { Operation } from '../operations.js';

import { choicesOf, quoted } from './choices.js';
import { freeHue } from './colors.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import { cardsOf, nameCards, onEach } from './on-cards.js';
import { allCards } from './questions/say.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { isQuote, normsOf, textOf, type Span } from './words.js';

const LABEL = '(label|labels|tag|tags)';
const TAKE = '(remove|take|delete|drop|strip|clear|take off|unset)';
const OFF = '(from|off|of|off of)';

function put(cards: readonly Id[] | undefined, labels: readonly Id[] = []): readonly Operation[] {
  return onEach(cards, (cardId) => ({ type: 'card.label', cardId, add: [...labels] }));
}

function has({ board }: Scene, card: Card, labels: readonly Id[]): boolean {
  return board.labelsOf(card).some(({ id }) => labels.includes(id));
}

/** Whoever has it loses it; where none has, something else was meant. */
function take(scene: Scene, cards: readonly Id[] | undefined, labels: readonly Id[] = []): Act {
  const all = cardsOf(scene, cards);
  const having = all.filter((card) => has(scene, card, labels));
  if (having.length === 0) {
    const names = labels.map((id) => `“${scene.board.label(id)?.name ?? ''}”`).join(' and ');
    return `${nameCards(scene, all)} ${all.length === 1 ? 'does' : 'do'} not have the label ${names}.`;
  }
  return having.map((card) => ({ type: 'card.label', cardId: card.id, remove: [...labels] }));
}

function takeAll(scene: Scene, cards: readonly Id[] | undefined): Act {
  const all = cardsOf(scene, cards);
  const having = all.filter((card) => scene.board.labelsOf(card).length > 0);
  if (having.length === 0) return `${nameCards(scene, all)} ${all.length === 1 ? 'has' : 'have'} no label.`;
  return having.map((card): Operation => {
    return { type: 'card.label', cardId: card.id, remove: scene.board.labelsOf(card).map(({ id }) => id) };
  });
}

/** “Untag design” is more likely about that label than about all labels of its cards. */
function doubtLabel({ board, reader, said }: Scene, named: Span | undefined, span: Span): Doubt | null {
  const label = named && !isQuote(said, named) ? reader.slot('label', named) : null;
  const name = label?.kind === 'clear' ? board.label(label.value)?.name : undefined;
  if (name === undefined) return null;
  const words = `remove the label ${quoted(name)} from all cards labelled ${quoted(name)}`;
  return {
    question: 'What is to be taken from which cards?',
    choices: [{ label: `“${name}” from all cards`, words }],
    span,
  };
}

interface Swap {
  readonly from: Id | undefined;
  readonly to: Id | undefined;
}

function swap(scene: Scene, cards: readonly Id[] | undefined, { from, to }: Swap): Act | null {
  if (to === undefined) return null;
  const all = cardsOf(scene, cards);
  const olds = all.map((card) => (from === undefined ? scene.board.labelsOf(card).map(({ id }) => id) : [from]));
  const lacking = all.filter((card) => from !== undefined && !has(scene, card, [from]));
  if (lacking.length > 0)
    return take(
      scene,
      lacking.map(({ id }) => id),
      from === undefined ? [] : [from],
    );
  if (from === undefined && olds.some((ids) => ids.length !== 1)) {
    return 'Say which label is to go: “replace the label … with … on …”.';
  }
  return all.flatMap((card, index): Operation[] => [
    { type: 'card.label', cardId: card.id, remove: olds[index] ?? [], add: [to] },
  ]);
}

const USES: readonly Intent[] = [
  intent({
    name: 'label',
    say: [
      '(label|tag|mark|flag|relabel|categorize) {cards:cards} (as|with|:) (a|an|the)? {labels:labels}',
      '(label|tag) {cards:cards} {labels:labels}',
      `(add|put|apply|attach|stick|set) the? ${LABEL} {labels:labels} (to|on|onto|for) {cards:cards}`,
      '(add|put|apply|attach|stick|set) the? {labels:labels} (to|on|onto|for) {cards:cards}',
      `(add|put|apply|attach|stick|set) (a|the)? {labels:labels} ${LABEL} (to|on|onto|for) {cards:cards}`,
      `(give) {cards:cards} the? {labels:labels} ${LABEL}?`,
      `(give) {cards:cards} the? ${LABEL} {labels:labels}`,
      '{cards:cards} (is|are) (now|both|all|)? (a|an|) {labels:labels}',
      '(make|mark) {cards:cards} (a|an) {labels:labels}',
      `{cards:cards} (needs|need|gets|get) (the|a)? {labels:labels} ${LABEL}`,
      `{cards:cards} (needs|need|gets|get) the ${LABEL} {labels:labels}`,
    ],
    slots: { cards: 'cards', labels: 'labels' },
    act: ({ cards, labels }) => put(cards, labels),
  }),
  intent({
    name: 'unlabel',
    say: [
      `${TAKE} the? ${LABEL} {labels:labels} ${OFF} {cards:cards}`,
      `${TAKE} the? {labels:labels} ${OFF} {cards:cards}`,
      `${TAKE} the? {labels:labels} ${LABEL} ${OFF} {cards:cards}`,
      `(unlabel|untag) {cards:cards} (as|from)? {labels:labels}`,
      `{cards:cards} (is|are) no longer (a|an)? {labels:labels}`,
      '{cards:cards} (isnt|is not|arent|are not) (a|an)? {labels:labels} (any more|anymore|any longer)',
      `take {cards:cards} off the? {labels:labels} ${LABEL}`,
    ],
    slots: { cards: 'cards', labels: 'labels' },
    act: ({ cards, labels }, scene) => take(scene, cards, labels),
  }),
  intent({
    name: 'take all labels',
    say: [
      `${TAKE} (all|any|every|the|all the|all of the|its|their) ${LABEL} ${OFF} {cards:cards}`,
      `(unlabel|untag) {cards:cards}`,
      `(clear|remove) {cards:cards} 's (label|labels|tags)`,
    ],
    slots: { cards: 'cards' },
    act: ({ cards }, scene, { slots, clause }) => doubtLabel(scene, slots['cards'], clause) ?? takeAll(scene, cards),
  }),
  intent({
    name: 'replace a label',
    say: [
      `(replace|swap|exchange) the? ${LABEL}? {from:label} (with|for|by) the? ${LABEL}? {to:label} (on|of|for|in) {cards:cards}`,
      `(change|swap|switch) the? ${LABEL} (of|on|for) {cards:cards} from {from:label} to {to:label}`,
      `(change) {cards:cards} from {from:label} to {to:label}`,
      `(change|switch) the? ${LABEL} (of|on|for) {cards:cards} to {to:label}`,
      `(change) {cards:cards} 's ${LABEL} to {to:label}`,
    ],
    slots: { cards: 'cards', from: 'label', to: 'label' },
    act: ({ cards, from, to }, scene) => swap(scene, cards, { from, to }),
  }),
];

/** Without quotation marks a name with one of these may be more than a name. */
const NOT_IN_NAMES = new Set([
  'to',
  'on',
  'for',
  'from',
  'of',
  'in',
  'with',
  'as',
  'called',
  'named',
  'and',
  'or',
  ',',
]);
const MOST_NAME_WORDS = 3;

/** A name as it is given: a new one, to be quoted where it is long. */
function nameIn({ said }: Scene, span: Span | undefined): string | null {
  if (!span) return null;
  const isLong = span.to - span.from > MOST_NAME_WORDS || normsOf(said, span).some((norm) => NOT_IN_NAMES.has(norm));
  if (!isQuote(said, span) && isLong) return null;
  const name = textOf(said, span).replace(/^#/u, '');
  return name === '' || name.length > LIMITS.name ? null : name;
}

function create(scene: Scene, span: Span | undefined, color: Hue | undefined): Act | null {
  const name = nameIn(scene, span);
  if (name === null) return null;
  const known = labelCalled(scene, name);
  // “Make it urgent and add the label bug” says of the same cards what it is called.
  if (known && scene.before !== null && scene.spokenIds.length > 0)
    return scene.spokenIds.map((cardId) => ({ type: 'card.label', cardId, add: [known.id] }));
  if (known) return `There is a label “${known.name}” already.`;
  const hue = color ?? freeHue(scene.board.labels().map((label) => label.hue));
  return [{ type: 'label.create', labelId: scene.context.newId(), name, hue }];
}

function labelCalled({ board }: Scene, name: string) {
  return board.labels().find((label) => label.name.toLowerCase() === name.toLowerCase());
}

/** A label that there is not is offered to be made. */
function offerToCreate(scene: Scene, cards: readonly Id[] | undefined, { clause, slots }: Place): Act | null {
  const name = nameIn(scene, slots['name']);
  const { cards: named } = slots;
  if (name === null || !named || !cards || scene.reader.canBe('labels', slots['name'] ?? named)) return null;
  const words = `create a label called ${quoted(name)} and label ${textOf(scene.said, named)} as ${quoted(name)}`;
  const question = `There is no label “${name}” on this board. Create it?`;
  return { question, choices: [{ label: `Create the label “${name}”`, words }], span: clause };
}

const COLORED = '(in|with|,|as)? (the)? (color)? {hue:hue}';

/** “Delete the docs” may mean the label, the cards that have it, or a card that has the word in its title. */
function whichBug(scene: Scene, label: Id | undefined, { slots }: Place): Act | null {
  const { label: span } = slots;
  const name = label === undefined ? undefined : scene.board.label(label)?.name;
  const text = span ? textOf(scene.said, span).toLowerCase() : '';
  if (!span || label === undefined || name?.toLowerCase() !== text.replace(/^the /u, '')) return null;
  const card = scene.reader.slot('card', span);
  // A card that is called just so is what is meant.
  if (card?.kind === 'clear' && scene.board.card(card.value)?.title.toLowerCase() === text) return null;
  const labeled = slots['name'] ? [] : allCards(scene.board).filter((one) => has(scene, one, [label]));
  const all = { label: `All ${labeled.length} cards with that label`, words: `all cards labelled ${quoted(name)}` };
  const cards = card?.kind === 'clear' ? choicesOf(scene.board, [card.value]) : [];
  const theLabel = { label: `The label “${name}”`, words: `the label ${quoted(name)}` };
  const choices = [theLabel, ...(labeled.length > 1 ? [all] : []), ...cards];
  return { question: 'Do you mean the label, or cards?', choices, span };
}

const KEEPING: readonly Intent[] = [
  intent({
    name: 'a label or a card?',
    say: [
      '(delete|remove|archive|drop|get rid of) {label:label}',
      '(rename|retitle) {label:label} (to|as|->|into) {name:text}',
    ],
    slots: { label: 'label', name: 'text' },
    act: ({ label }, scene, place) => whichBug(scene, label, place),
  }),
  intent({
    name: 'label that there is not',
    say: [
      '(label|tag) {cards:cards} (as|with) {name:text}',
      '(add|put|apply) the? (label|tag) {name:text} (to|on) {cards:cards}',
      '(add|put|apply) (a|the)? {name:text} (label|tag) (to|on) {cards:cards}',
    ],
    slots: { cards: 'cards', name: 'text' },
    act: ({ cards }, scene, place) => offerToCreate(scene, cards, place),
  }),
  intent({
    name: 'create a label',
    say: [
      '(add|create|make|new|define) (a|an|the|another|one)? new? (label|tag) (called|named|titled|:)? {name:text}',
      `(add|create|make|new|define) (a|an|the|another|one)? new? (label|tag) (called|named|titled|:)? {name:text} ${COLORED}`,
      `(add|create|make|new|define) (a|an|the|another|one)? new? {hue:hue} (label|tag) (called|named|titled|:)? {name:text}`,
      '(add|create|define) (a|an|the) new? {name:text} (label|tag)',
    ],
    slots: { name: 'text', hue: 'hue' },
    act: ({ hue }, scene, { slots }) => create(scene, slots['name'], hue),
  }),
  intent({
    name: 'rename a label',
    say: [
      `(rename|retitle) the? (label|tag) {label:label} (to|as|->|into)? {name:text}`,
      `(rename|retitle) the? {label:label} (label|tag) (to|as|->|into)? {name:text}`,
      `(turn|change) the? (label|tag) {label:label} into {name:text}`,
      `(turn|change) the? {label:label} (label|tag) into {name:text}`,
      `(change|set) the? name of the? (label|tag) {label:label} to {name:text}`,
      `(call) the? (label|tag) {label:label} {name:text}`,
    ],
    slots: { label: 'label', name: 'text' },
    act({ label }, scene, { slots, clause }) {
      const name = nameIn(scene, slots['name']);
      // What is turned into green is to look so.
      const isTurned = ['turn', 'change'].includes(scene.said.words[clause.from]?.norm ?? '');
      const isHue = isTurned && scene.reader.slot('hue', slots['name'])?.kind === 'clear';
      return name === null || label === undefined || isHue ? null : [{ type: 'label.edit', labelId: label, name }];
    },
  }),
  intent({
    name: 'color a label',
    say: [
      `(make|paint|color|turn) the? (label|tag) {label:label} {hue:hue}`,
      `(make|paint|color|turn) the? {label:label} (label|tag) {hue:hue}`,
      `(change|set|make) the? color of the? (label|tag)? {label:label} (label|tag)? (to|->)? {hue:hue}`,
      `(change|set|give) the? (label|tag) {label:label} (to|the color|a)? {hue:hue} (color)?`,
      `(change|set) the? {label:label} (label|tag) 's? color? to {hue:hue}`,
    ],
    slots: { label: 'label', hue: 'hue' },
    act: ({ label, hue }) =>
      label === undefined || hue === undefined ? null : [{ type: 'label.edit', labelId: label, hue }],
  }),
  intent({
    name: 'merge labels',
    say: [
      `(merge|fold|combine) the? (label|tag)? {label:label} (label|tag)? into the? (label|tag)? {into:label} (label|tag)?`,
    ],
    slots: { label: 'label', into: 'label' },
    act: ({ label, into }) =>
      label === undefined || into === undefined ? null : [{ type: 'label.merge', labelId: label, into }],
  }),
  intent({
    name: 'delete labels',
    say: [
      `(delete|remove|archive|drop|get rid of) the? ${LABEL} {labels:labels} (from (the|this) board|)`,
      `(delete|remove|archive|drop|get rid of) the? {labels:labels} ${LABEL} (from (the|this) board|)`,
    ],
    slots: { labels: 'labels' },
    act: ({ labels = [] }) => labels.map((labelId): Operation => ({ type: 'label.delete', labelId })),
  }),
];

export const LABEL_INTENTS: readonly Intent[] = [...USES, ...KEEPING];
