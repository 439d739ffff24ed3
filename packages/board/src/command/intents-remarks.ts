import type { Id } from '../model.js';
import { isOnlyPolite } from './guards.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import { onEach } from './on-cards.js';
import type { Scene } from './scene.js';
import { isQuote, normsOf, textOf, type Span } from './words.js';

const WRITE = '(add|leave|write|post|put|make|drop)';
const REMARK = '(comment|remark|reply|note)';
const SAYING = '(:|-|->|,|saying|says|that says|that|with|with the text|reading|which says)';

/** What no text begins with. */
const JOINS = new Set(['and', '&', 'or', ',']);
/** Behind these a text begins, and nothing else. */
const OPENS = new Set([':', '-', '->', ',', 'saying', 'says', 'that', 'with', 'text', 'reading', 'comment']);

/** A comment. Without quotation marks it ends where the clause ends, and politeness at its end was taken from the clause. */
function comment(scene: Scene, cards: readonly Id[] | undefined, { slots }: Place): Act | null {
  const { text: span } = slots;
  if (!cards || !span) return null;
  const text = textOf(scene.said, span);
  const norms = normsOf(scene.said, span);
  // “Comment on this and that: …”, where that is no card.
  if (text === '' || (!isQuote(scene.said, span) && (JOINS.has(norms[0] ?? '') || beginsLate(scene, span))))
    return null;
  const whole = isQuote(scene.said, span) ? text : wholeText(scene, span);
  if (whole !== text) {
    const quoted = (one: string) => `"${one.replaceAll(/["“”]/gu, "'")}"`;
    return {
      question: 'Where does the comment end?',
      choices: [text, whole].map((one) => ({ label: `“${one}”`, words: quoted(one) })),
      span: { from: span.from, to: scene.said.words.length },
    };
  }
  const marked = withMark(scene, span, text);
  return onEach(cards, (cardId) => ({
    type: 'comment.create',
    cardId,
    commentId: scene.context.newId(),
    text: marked,
  }));
}

/** “Note on the soup pot: …”, where there is a soup: what stands before the colon was said of the card, and not understood. */
function beginsLate({ said }: Scene, span: Span): boolean {
  const isOpen = OPENS.has(said.words[span.from - 1]?.norm ?? '');
  return !isOpen && said.words.slice(span.from, span.to).some(({ kind, norm }) => kind === 'sign' && norm === ':');
}

/** To the end of what was said, where nothing but politeness follows: that may be part of the comment, or said to the board. */
function wholeText({ said }: Scene, { from, to }: Span): string {
  const end = said.words.length;
  return textOf(said, { from, to: isOnlyPolite(said, { from: to, to: end }) ? end : to });
}

/** “Is it ready?”: the mark is the comment's. A full stop at the end of all is nobody's. */
function withMark({ said }: Scene, span: Span, text: string): string {
  const next = said.words[span.to];
  const isLast = said.words.length === span.to + 1;
  return !isQuote(said, span) && isLast && (next?.norm === '?' || next?.norm === '!') ? `${text}${next.norm}` : text;
}

/** Without quotation marks a text before the card may reach into its title. */
function commentQuoted(scene: Scene, cards: readonly Id[] | undefined, place: Place): Act | null {
  const { text: span } = place.slots;
  return span && isQuote(scene.said, span) ? comment(scene, cards, place) : null;
}

export const REMARK_INTENTS: readonly Intent[] = [
  intent({
    name: 'comment',
    say: [
      `(comment|remark|note|reply) (on|to|under|at) {cards:cards} ${SAYING}? {text:text}`,
      `${WRITE} (a|the|another|this)? new? ${REMARK} (on|to|under|at|for) {cards:cards} ${SAYING}? {text:text}`,
      `(say|write|post) (on|in|under|at|to) {cards:cards} ${SAYING}? {text:text}`,
      'comment {cards:cards} : {text:text}',
      '{cards:cards} :? comment :? {text:text}',
      `(on|under) {cards:cards} ,? (comment|say|write|note) (that|:)? {text:text}`,
    ],
    slots: { cards: 'cards', text: 'text' },
    act: ({ cards }, scene, place) => comment(scene, cards, place),
  }),
  intent({
    name: 'comment, but what?',
    say: [`${WRITE} (a|the|another)? new? comment (on|to|under|at|for) {cards:cards}`, 'comment on {cards:cards}'],
    slots: { cards: 'cards' },
    act: (_, { board, said }, { clause }) =>
      clause.to === said.words.length ? `Say what: “comment on ${board.key}-1: looks good”.` : null,
  }),
  intent({
    name: 'comment, the text first',
    say: [
      '(comment|say|write|post|remark|note) :? {text:text} (on|to|under|in) {cards:cards}',
      `${WRITE} (a|the|another|this)? new? ${REMARK} ${SAYING}? {text:text} (on|to|under|for) {cards:cards}`,
      `${WRITE} {text:text} as (a|the)? ${REMARK} (on|to|under) {cards:cards}`,
    ],
    slots: { cards: 'cards', text: 'text' },
    act: ({ cards }, scene, place) => commentQuoted(scene, cards, place),
  }),
];
