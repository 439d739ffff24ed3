import type { Token } from 'markdown-it';
import type { Inline } from './tree';

const MARKS = { strong_open: 'strong', em_open: 'em', s_open: 'del' } as const;

/** The running text of one block. */
export function readInline(tokens: readonly Token[]): readonly Inline[] {
  const open: { readonly token: Token; readonly children: Inline[] }[] = [];
  const found: Inline[] = [];
  const into = () => open.at(-1)?.children ?? found;
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed) into().push(spanOf(closed.token, closed.children));
    } else into().push(pieceOf(token));
  }
  return found;
}

function spanOf(token: Token, children: readonly Inline[]): Inline {
  if (token.type === 'link_open')
    return { kind: 'link', href: address(token, 'href'), title: titleOf(token), children };
  const kind = isMark(token.type) ? MARKS[token.type] : 'em';
  return { kind, children };
}

function isMark(type: string): type is keyof typeof MARKS {
  return Object.hasOwn(MARKS, type);
}

function pieceOf(token: Token): Inline {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return { kind: 'break' };
    case 'code_inline':
      return { kind: 'code', text: token.content };
    case 'image':
      return { kind: 'image', src: address(token, 'src'), title: titleOf(token), alt: textOf(token.children ?? []) };
    default:
      return { kind: 'text', text: token.content };
  }
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('');
}

const address = (token: Token, name: string) => String(token.attrGet(name) ?? '');
const titleOf = (token: Token) => address(token, 'title');
