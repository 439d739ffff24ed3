import { appRouter } from '@talkan/api/root';
import type { Schema } from './schema.ts';

/** Something that can be called with an input. */
export interface Door {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  /** In the body, or in the query of a GET. Null: it takes none. */
  readonly input: Schema | null;
  /** Whether it says which board it is about: whoever has no rights on that board cannot do anything. */
  readonly namesBoard: boolean;
  readonly isStream: boolean;
}

interface Described {
  readonly _def: {
    readonly type: 'query' | 'mutation' | 'subscription';
    readonly inputs: readonly { toJSONSchema(options: object): Schema }[];
  };
}

/** Every procedure of the router; a new one joins by itself. */
export function procedures(): Door[] {
  const all = appRouter._def.procedures as unknown as Readonly<Record<string, Described>>;
  return Object.entries(all).map(([name, { _def }]) => {
    const input = _def.inputs.at(-1)?.toJSONSchema({ io: 'input', unrepresentable: 'any' }) ?? null;
    return {
      name,
      method: _def.type === 'mutation' ? ('POST' as const) : ('GET' as const),
      path: `/trpc/${name}`,
      input,
      namesBoard: input?.properties?.['boardId'] !== undefined,
      isStream: _def.type === 'subscription',
    };
  });
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

/** Every route of REST, as the server describes them; a new one joins by itself. */
export async function routes(url: string): Promise<Door[]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { requestBody, parameters }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase() as Door['method'],
      path,
      input: requestBody?.content['application/json'].schema ?? (parameters ? schemaOf(parameters) : null),
      namesBoard: false,
      isStream: false,
    })),
  );
}

function schemaOf(parameters: NonNullable<Operation['parameters']>): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}
