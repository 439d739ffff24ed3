import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

const root = path.resolve(import.meta.dirname, '../../../..');

/** A node of a syntax tree, as ESTree has it; what a field holds is looked at before it is used. */
export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

export interface Source {
  /** From the root of the project. */
  readonly file: string;
  readonly text: string;
  readonly program: Node;
}

/** The sources of the product in a folder, tests left out. */
export function readSources(folder: string): readonly Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$|(?:^|\/)testing\//.test(name))
    .toSorted()
    .map((name) => {
      const file = path.posix.join(folder, name);
      const text = readFileSync(path.join(root, file), 'utf8');
      const program: unknown = parseSync(file, text).program;
      if (!isNode(program)) throw new Error(`${file} could not be read.`);
      return { file, text, program };
    });
}

/** Walks through a tree, parents before what is in them. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => void): void {
  const parents: Node[] = [];
  const step = (at: Node) => {
    visit(at, parents);
    parents.push(at);
    for (const value of Object.values(at)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child);
    }
    parents.pop();
  };
  step(node);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The nodes in a field that holds a list of them. */
export function nodesIn(list: unknown): readonly Node[] {
  return Array.isArray(list) ? list.filter(isNode) : [];
}

/** The texts of a template, before, between and behind what is put in. */
export function textsIn(template: Node): readonly string[] {
  return nodesIn(template['quasis']).map(({ value }) =>
    typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '',
  );
}

/** Where in a file something is: `apps/web/src/app.tsx:12`. */
export function placeOf({ file, text }: Source, node: Node): string {
  return `${file}:${text.slice(0, node.start).split('\n').length}`;
}
