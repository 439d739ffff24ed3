import { expect, it } from 'vitest';
import { isNode, placeOf, readSources, textsIn, walk, type Node, type Source } from './testing/read-sources.ts';

/** What a person reads or hears, by the names that it has in HTML and in our own parts. */
const SPOKEN =
  /^(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt|label|hint|heading|lead|line|note)$/;
/** The same in every language. */
const NAMES = ['Talkan'];

it('has nothing on the page that is not in the catalogue', () => {
  expect(readSources('apps/web/src').flatMap(unmarkedIn)).toEqual([]);
});

it('has nothing that people look for actions by which is not in the catalogue', () => {
  expect(readSources('apps/web/src').flatMap(unmarkedNamesIn)).toEqual([]);
});

/** Other words for an action: `also: 'new create'`. */
function unmarkedNamesIn(source: Source): readonly string[] {
  const found: string[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'Property' || !isNode(node['key']) || node['key']['name'] !== 'also') return;
    if (isNode(node['value']) && lettersIn(node['value'])) found.push(placeOf(source, node));
  });
  return found;
}

function unmarkedIn(source: Source): readonly string[] {
  const found: string[] = [];
  walk(source.program, (node) => {
    const text = textOf(node);
    if (text !== null && /\p{L}{2,}/u.test(text) && !NAMES.includes(text))
      found.push(`${placeOf(source, node)} ${text}`);
  });
  return found;
}

/** Letters that stand in JSX as they are. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node['value']).trim();
  if (node.type !== 'JSXAttribute' || !isNode(node['name']) || !isNode(node['value'])) return null;
  const { name, value } = node;
  return SPOKEN.test(String(name['name'])) ? lettersIn(value) : null;
}

function lettersIn(value: Node): string | null {
  if (value.type === 'JSXExpressionContainer' && isNode(value['expression'])) return lettersIn(value['expression']);
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? value['value'] : null;
  return value.type === 'TemplateLiteral' ? textsIn(value).join(' ') : null;
}
