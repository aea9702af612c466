import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Schema } from './from-schema.ts';
import { APIS, type Api, type Message } from './message.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
}

interface Response {
  content?: Record<string, { schema: Schema }>;
}

/** One method of one path, as the document of its process tells it. */
export interface Operation {
  api: Api;
  method: string;
  /** Such as `/v1/orders/{order_id}`. */
  path: string;
  isPublic: boolean;
  parameters: readonly Parameter[];
  /** Of a JSON body. */
  body: Schema | null;
  responses: Readonly<Record<string, Response>>;
  matches(path: string): boolean;
}

export const nameOf = ({ api, method, path }: Pick<Operation, 'api' | 'method' | 'path'>): string =>
  `${api} ${method} ${path}`;

export interface Documents {
  operations: readonly Operation[];
  /** Those that a request meets: more than one where a method is overridden. */
  operationsOf(message: Message): Operation[];
  /** What is wrong with a body of a response; nothing where it is as documented. */
  faultsOf(operation: Operation, status: string, mediaType: string, value: unknown): string[];
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;

interface OpenApi {
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, Schema> };
}

const LITERAL = /[.*+?^$()|[\]\\]/g;
/** As express matches: in any case, with or without a slash at the end. */
const matcherOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(LITERAL, '\\$&').replace(/\{[a-z0-9_]+\}/g, '[^/]+')}/?$`, 'i');

const operationsIn = (api: Api, { paths }: OpenApi): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) => {
    const matcher = matcherOf(path);
    return METHODS.flatMap((method) => {
      const given = methods[method];
      if (given === undefined) return [];
      const {
        parameters = [],
        requestBody,
        responses,
        security,
      } = given as {
        parameters?: Parameter[];
        requestBody?: Response;
        responses: Record<string, Response>;
        security?: unknown[];
      };
      return {
        api,
        method: method.toUpperCase(),
        path,
        isPublic: security?.length === 0,
        parameters,
        body: requestBody?.content?.['application/json']?.schema ?? null,
        responses,
        matches: (given: string) => matcher.test(given),
      };
    });
  });

/** The path of a request's target: of an address too, and without what follows it. */
export const pathOf = (target: string): string => target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');

const told = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || '(the whole)'} ${message} ${JSON.stringify(params).slice(0, 200)}`;

/** Fetches and compiles what each process says of itself. */
export const readDocuments = async (addressOf: (api: Api) => string): Promise<Documents> => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
  addFormats.default(ajv);
  const operations: Operation[] = [];
  for (const api of APIS) {
    const answer = await fetch(`${addressOf(api)}/openapi.json`);
    const document = (await answer.json()) as OpenApi;
    ajv.addSchema(document, api);
    operations.push(...operationsIn(api, document));
  }
  const faultsOf: Documents['faultsOf'] = ({ api, path, method, responses }, status, mediaType, value) => {
    if (responses[status]?.content?.[mediaType] === undefined) return [`${status} has no ${mediaType} in the document`];
    const parts = ['paths', path, method.toLowerCase(), 'responses', status, 'content', mediaType, 'schema'];
    const pointer = parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = ajv.getSchema(`${api}#/${pointer}`);
    if (validate === undefined) throw new Error(`the document of ${api} has no schema at ${pointer}`);
    return validate(value) === true ? [] : (validate.errors ?? []).slice(0, 5).map(told);
  };
  return {
    operations,
    faultsOf,
    operationsOf: (message) => {
      const methods = [
        message.method,
        ...message.headers.flatMap(([name, value]) => (/method-override/i.test(name) ? [value] : [])),
      ];
      const wanted = methods.map((method) => method.toUpperCase());
      const path = pathOf(message.target);
      const there = operations.filter(({ api, matches }) => api === message.api && matches(path));
      const met = there.filter(({ method }) => wanted.includes(method));
      // Whatever answers GET answers HEAD, without the body.
      return met.length > 0 || message.method !== 'HEAD' ? met : there.filter(({ method }) => method === 'GET');
    },
  };
};
