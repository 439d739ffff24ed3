import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { BOARD_BODY_LIMIT, BODY_LIMIT, inMib } from '../http/body.js';
import { routes, type Route } from './routes.js';
import { problemAnswer } from './schemas.js';

type Json = Record<string, unknown>;

const limits = `Bodies are JSON of at most ${inMib(BODY_LIMIT)}, a whole board of at most ${inMib(BOARD_BODY_LIMIT)}.`;

/** The REST calls in the words of OpenAPI 3.1. The copy in docs/openapi.json is this, written down. */
export function createOpenApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Talkan',
      version: '1',
      summary: 'The Kanban board you can talk to.',
      description: `Sign in, then send the token with every call. ${limits} A call that fails answers with a word and a sentence.`,
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: '/' }],
    paths: pathsOf(routes),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemAnswer, 'output') },
    },
  };
}

function pathsOf(all: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of all)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return paths;
}

function operationOf(route: Route): Json {
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    description: route.description,
    security: route.signedIn ? [{ bearer: [] }] : [],
    ...(route.query === undefined ? {} : { parameters: parametersOf(route.query) }),
    ...(route.input === null ? {} : { requestBody: { required: true, content: json(schemaOf(route.input, 'input')) } }),
    responses: {
      200: { description: 'Done.', content: json(schemaOf(route.output, 'output')) },
      ...(route.tagged ? { 304: { description: 'Not changed since the ETag that you sent.' } } : {}),
      ...Object.fromEntries(route.failures.map((status) => [status, problemResponse(status)])),
      default: problemResponse(500),
    },
  };
}

function parametersOf(query: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query', required: required.includes(name), schema };
  });
}

/** `GET /api/board` → `getBoard`. */
function operationIdOf({ method, path }: Route): string {
  const words = path.split('/').slice(2);
  return method.toLowerCase() + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

function problemResponse(status: number): Json {
  return {
    description: STATUS_CODES[status] ?? 'Failed',
    content: json({ $ref: '#/components/schemas/Problem' }),
  };
}

function json(schema: unknown): Json {
  return { 'application/json': { schema } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
