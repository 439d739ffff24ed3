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
      return { file, text, program: parseSync(file, text).program as unknown as Node };
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

/** Where in a file something is: `apps/web/src/app.tsx:12`. */
export function placeOf({ file, text }: Source, node: Node): string {
  return `${file}:${text.slice(0, node.start).split('\n').length}`;
}
