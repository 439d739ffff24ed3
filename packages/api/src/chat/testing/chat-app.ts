import type { ModelConfig } from '../../context.js';
import type { Caller } from '../../root.js';
import { testApp, type Person, type TestApp } from '../../testing.js';
import type { ChatAnswer } from '../chat-request.js';
import { startModelServer, type ModelServer } from './model-server.js';

export const TEST_KEY = 'sk-very-secret';

/** An application whose assistant asks a model server of the test's own, and somebody who talks to it. */
export interface ChatApp {
  readonly app: TestApp;
  readonly server: ModelServer;
  readonly person: Person;
  /** One turn about the person's board, under a change id of its own. */
  send(content: string, caller?: Caller): Promise<ChatAnswer>;
  /** The title of the column that this card stands in. */
  columnOf(title: string): Promise<string | undefined>;
  titles(): Promise<string[]>;
  close(): Promise<void>;
}

export async function startChatApp(config: Partial<ModelConfig> = {}): Promise<ChatApp> {
  const server = await startModelServer();
  const app = await testApp({ model: { baseUrl: server.baseUrl, apiKey: TEST_KEY, model: 'test/model', ...config } });
  const person = await app.user();
  const { boardId } = person;
  const read = () => person.caller.boards.get({ boardId });
  let turns = 0;
  return {
    app,
    server,
    person,
    send: (content, caller = person.caller) =>
      caller.chat.send({ boardId, changeId: `turn-${++turns}`, messages: [{ role: 'user', content }] }),
    columnOf: async (title) => {
      const board = await read();
      const card = board.cards.find((candidate) => candidate.title === title);
      return board.columns.find((column) => column.id === card?.columnId)?.title;
    },
    titles: async () => (await read()).cards.map((card) => card.title),
    close: async () => {
      await app.close();
      await server.close();
    },
  };
}
