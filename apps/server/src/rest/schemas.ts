import { appRouter } from '@talkan/api/root';
import { ROLES } from '@talkan/board/roles';
import { z } from 'zod';

interface Described {
  readonly _def: { readonly inputs: readonly unknown[] };
}
// At run time this is flat (`boards.save`), with the schemas that the types leave out.
const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, Described | undefined>>;

/** The schema that a procedure itself checks its input with. */
export function inputOf(procedure: string): z.ZodObject {
  const schema = procedures[procedure]?._def.inputs.at(-1);
  if (!(schema instanceof z.ZodObject)) throw new Error(`There is no procedure ${procedure} that takes an object.`);
  return schema;
}

const column = z.object({ id: z.string(), title: z.string(), cardIds: z.array(z.string()) });
const card = z.object({ id: z.string(), title: z.string(), details: z.string() });

export const boardAnswer = z.object({
  columns: z.array(column).describe('From left to right; `cardIds` from top to bottom.'),
  cards: z.record(z.string(), card).describe('By id.'),
  version: z.int().min(0).describe('The number of the board’s last change. Send it back with PATCH.'),
});

export const boardsAnswer = z.object({
  boards: z.array(
    z.object({
      id: z.string(),
      key: z.string().describe('Stands before the numbers of its cards, as in `TK-12`.'),
      title: z.string(),
      role: z.enum(ROLES).describe('What you may do there.'),
      archivedAt: z.string().nullable(),
    }),
  ),
});

const matches = z.array(z.array(z.int()).length(2)).describe('Where your words stand.');
export const searchAnswer = z.object({
  cards: z.array(
    z.object({
      boardId: z.string(),
      boardKey: z.string(),
      boardTitle: z.string(),
      cardId: z.string(),
      number: z.int(),
      title: z.string(),
      titleMatches: matches,
      column: z.string(),
      archived: z.boolean(),
      matchedIn: z.enum(['number', 'title', 'details', 'comment']),
      snippet: z.object({ text: z.string(), matches }).nullable(),
    }),
  ),
});

export const tokenAnswer = z.object({ token: z.string().describe('Send it as `Authorization: Bearer <token>`.') });

export const emptyAnswer = z.object({});

export const chatAnswer = z.object({
  message: z.string(),
  board_update: boardAnswer.nullable().describe('The board after the change, or null where nothing was changed.'),
  proposal: z
    .object({
      id: z.string(),
      operations: z.array(z.unknown()).describe('What would be done, in order.'),
      sentences: z.array(z.string()).describe('The same in words, one sentence each.'),
    })
    .optional()
    .describe('What waits for your yes.'),
});

export const problemAnswer = z.object({
  error: z.object({
    code: z.string().describe('One word, for programs.'),
    message: z.string().describe('A sentence, for people.'),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('With 400: what is wrong, field by field.'),
    ids: z.array(z.string()).optional().describe('The cards and columns that it is about.'),
    current: z.record(z.string(), z.string()).optional().describe('With 409: what stands there now, by field.'),
    proposed: z.record(z.string(), z.string()).optional().describe('With 409: what you sent instead, by field.'),
    requestId: z.string().optional().describe('With 500: what the server’s log has it under.'),
  }),
});
