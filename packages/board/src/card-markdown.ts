import { formatNumber, t } from '@talkan/words/words';
import { dateInWords, priorityInWords } from './describe-values.js';
import type { Board, Card, CardLink, Id, LinkSide } from './model.js';

/** How a card's links are called, as the name of a fact. In the order in which they are shown. */
export function linkNames(): Readonly<Record<LinkSide, string>> {
  return {
    blocked_by: t`Blocked by`,
    blocks: t`Blocks`,
    relates: t`Relates to`,
    duplicates: t`Duplicates`,
    duplicated_by: t`Duplicated by`,
  };
}

/**
 * A card as a text in Markdown, to be taken elsewhere: number and title, its facts, its details as they are, its checklists.
 * Whatever is no Markdown on the card stands in it as what it is: a title cannot become a link or an element.
 */
export function cardAsMarkdown(board: Board, card: Card, nameOf: (userId: Id) => string | undefined): string {
  const details = closed(card.details.replaceAll('\r\n', '\n').trim());
  const parts = [
    `# ${board.key}-${card.number} ${plain(card.title)}`,
    factsOf(board, card, nameOf)
      .map(([name, value]) => `- **${name}:** ${value}`)
      .join('\n'),
    details,
    ...card.checklists.map(({ title, items }) =>
      [
        `## ${plain(title)}`,
        ...(items.length > 0 ? [''] : []),
        ...items.map(({ text, done, assigneeId }) => {
          const who = assigneeId === null ? undefined : nameOf(assigneeId);
          return `- [${done ? 'x' : ' '}] ${plain(text)}${who === undefined ? '' : ` (${plain(who)})`}`;
        }),
      ].join('\n'),
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function factsOf(
  board: Board,
  card: Card,
  nameOf: (userId: Id) => string | undefined,
): (readonly [name: string, value: string])[] {
  const column = board.column(card.columnId)?.title ?? '';
  const date = (at: string | null) => at && dateInWords(at);
  const facts: readonly (readonly [string, string | null])[] = [
    [t`Column`, plain(column)],
    [t`Labels`, list(board.labelsOf(card).map(({ name }) => name))],
    [t`People`, list(card.assigneeIds.map((id) => nameOf(id) ?? ''))],
    [t`Start`, date(card.startAt)],
    [t`Due`, date(card.dueAt)],
    [t`Priority`, card.priority && priorityInWords(card.priority)],
    [t`Estimate`, card.estimate === null ? null : formatNumber(card.estimate)],
    ...Object.entries(linkNames()).map(
      ([kind, name]) =>
        [
          name,
          linked(
            board,
            card.links.filter((link) => link.kind === kind),
          ),
        ] as const,
    ),
    [t`Files`, list(card.attachments.map(({ name }) => name))],
  ];
  return facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}

function linked(board: Board, links: readonly CardLink[]): string {
  const cards = links.flatMap(({ cardId }) => board.card(cardId) ?? []);
  return cards.map(({ number, title }) => `${board.key}-${number} ${plain(title)}`).join(', ');
}

function list(names: readonly string[]): string {
  return names
    .filter((name) => name !== '')
    .map(plain)
    .join(', ');
}

/** A text that means nothing in Markdown, on one line. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~&@]|:(?=\/\/)/g, (sign) => `\\${sign}`);
}

/** Details may leave open what would swallow all that follows: a fence, or a comment. */
function closed(details: string): string {
  let fence: string | undefined;
  for (const line of details.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (!mark) continue;
    const [, signs = '', rest = ''] = mark;
    if (fence === undefined) {
      if (!(signs.startsWith('`') && rest.includes('`'))) fence = signs;
    } else if (signs.startsWith(fence) && rest.trim() === '') fence = undefined;
  }
  if (fence !== undefined) return `${details}\n${fence}`;
  return details.lastIndexOf('<!--') > details.lastIndexOf('-->') ? `${details}\n-->` : details;
}
