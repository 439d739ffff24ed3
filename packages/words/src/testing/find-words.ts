import { isNode, nodesIn, placeOf, readSources, textsIn, walk, type Node, type Source } from './read-sources.ts';

/** Where words for a person may stand. */
const FOLDERS = ['apps/web/src', 'packages/board/src', 'packages/api/src', 'apps/server/src'];
/** Tags that make words of a template. */
const TAGS: readonly unknown[] = ['t', 'rich'];

export interface Found {
  /** What it is called in a catalogue. */
  readonly key: string;
  /** Whether it has forms for how many there are. */
  readonly counts: boolean;
  readonly place: string;
}

/** All that the sources say to a person. */
export function findWords(): readonly Found[] {
  return FOLDERS.flatMap((folder) => readSources(folder)).flatMap(wordsIn);
}

function wordsIn(source: Source): readonly Found[] {
  const found: Found[] = [];
  walk(source.program, (node) => {
    const key = keyOfTemplate(node) ?? keyOfCount(node);
    if (key !== null) found.push({ key, counts: node.type === 'ObjectExpression', place: placeOf(source, node) });
  });
  return found;
}

function keyOfTemplate(node: Node): string | null {
  if (node.type !== 'TaggedTemplateExpression' || !isNode(node['tag']) || !isNode(node['quasi'])) return null;
  const { tag, quasi } = node;
  if (tag.type === 'Identifier' && TAGS.includes(tag['name'])) return textOf(quasi);
  if (tag.type !== 'CallExpression' || !isNamed(tag['callee'], 'inSense')) return null;
  const [sense] = nodesIn(tag['arguments']);
  return `${textOf(quasi)} (${String(sense?.['value'])})`;
}

/** Forms are found wherever they stand: some are handed on to `plural`. */
function keyOfCount(node: Node): string | null {
  if (node.type !== 'ObjectExpression') return null;
  return formIn(node, 'one') === null ? null : formIn(node, 'other');
}

function formIn(forms: Node, name: string): string | null {
  const value = nodesIn(forms['properties']).find((property) => isNamed(property['key'], name))?.['value'];
  return isNode(value) && typeof value['value'] === 'string' ? value['value'] : null;
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node['name'] === name;
}

/** A template's text with `{0}`, `{1}` … for what is put in. */
function textOf(template: Node): string {
  return textsIn(template).reduce((text, next, at) => `${text}{${at - 1}}${next}`);
}
