import { t } from '@talkan/words/words';
import type { Hue, Id } from './model.js';
import type { Operation } from './operations.js';

/** What a board can begin with. */
export const TEMPLATES = ['empty', 'kanban', 'sprint', 'bugs'] as const;
export type Template = (typeof TEMPLATES)[number];

interface TemplateColumn {
  readonly id: Id;
  readonly title: string;
  readonly limit?: number;
  readonly done?: true;
}

interface TemplateLabel {
  readonly id: Id;
  readonly name: string;
  readonly hue: Hue;
}

/** In the language of whoever makes the board. */
const columnsOf = (): Record<Template, readonly TemplateColumn[]> => ({
  empty: [],
  kanban: [
    { id: 'col-todo', title: t`To do` },
    { id: 'col-progress', title: t`In progress` },
    { id: 'col-done', title: t`Done`, done: true },
  ],
  sprint: [
    { id: 'col-backlog', title: t`Backlog` },
    { id: 'col-ready', title: t`Ready` },
    { id: 'col-progress', title: t`In progress`, limit: 3 },
    { id: 'col-review', title: t`Review`, limit: 3 },
    { id: 'col-done', title: t`Done`, done: true },
  ],
  bugs: [
    { id: 'col-reported', title: t`Reported` },
    { id: 'col-confirmed', title: t`Confirmed` },
    { id: 'col-fixing', title: t`Fixing`, limit: 3 },
    { id: 'col-checking', title: t`To check` },
    { id: 'col-closed', title: t`Closed`, done: true },
  ],
});

const labelsOf = (): Record<Template, readonly TemplateLabel[]> => ({
  empty: [],
  kanban: [],
  sprint: [
    { id: 'label-story', name: t`Story`, hue: 220 },
    { id: 'label-chore', name: t`Chore`, hue: 160 },
    { id: 'label-bug', name: t`Bug`, hue: 28 },
  ],
  bugs: [
    { id: 'label-crash', name: t`Crash`, hue: 28 },
    { id: 'label-data', name: t`Data loss`, hue: 340 },
    { id: 'label-regression', name: t`Regression`, hue: 300 },
    { id: 'label-looks', name: t`Looks`, hue: 220 },
    { id: 'label-security', name: t`Security`, hue: 260 },
  ],
});

/** The titles of the columns of a template, in order. */
export function templateTitles(template: Template): readonly string[] {
  return columnsOf()[template].map(({ title }) => title);
}

/** What a board begins with beside its title and key. */
export interface Beginning {
  readonly template: Template;
  readonly description?: string | undefined;
  readonly hue?: Hue | undefined;
}

/** What makes a new board the one that is wanted: its first change. */
export function beginBoard({ template, description, hue }: Beginning): Operation[] {
  const hasOwn = description !== undefined || hue !== undefined;
  return [
    ...columnsOf()[template].flatMap(makeColumn),
    ...labelsOf()[template].map(({ id: labelId, name, hue }): Operation => ({
      type: 'label.create',
      labelId,
      name,
      hue,
    })),
    ...(hasOwn ? [{ type: 'board.edit', description, hue } as const] : []),
  ];
}

function makeColumn({ id: columnId, title, limit, done }: TemplateColumn): readonly Operation[] {
  const create = { type: 'column.create', columnId, title } as const;
  return limit === undefined && !done ? [create] : [create, { type: 'column.edit', columnId, limit, done }];
}
