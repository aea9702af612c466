import { type Change, LINES } from './change.ts';
import type { Choices } from './choices.ts';

const pathChanged =
  (change: (path: string, choices: Choices) => string): Change =>
  (message, choices) => {
    const [path = '', query] = message.target.split(/(?=\?)/s);
    const { foreign: _foreign, ...rest } = message;
    return { ...rest, target: `${change(path, choices)}${query ?? ''}` };
  };

/** What is wrong with paths and queries. */
export const ADDRESS_CHANGES = {
  'path: case': pathChanged((path, choices) =>
    choices.chance(0.5) ? path.toUpperCase() : path.replace(/[a-f]/g, (each) => each.toUpperCase()),
  ),
  'path: slashes': pathChanged((path, choices) =>
    choices.one([`${path}/`, `/${path}`, path.replaceAll('/', '//'), path.replace(/\/([^/]*)$/, '%2F$1')]),
  ),
  'path: backslashes': (message, choices) => ({
    ...pathChanged((path) => path.replaceAll('/', '\\'))(message, choices, []),
    broken: true,
  }),
  'path: dots': pathChanged((path, choices) =>
    choices.one([
      `/.${path}`,
      `/x/..${path}`,
      path.replace('/v1', '/v1/.'),
      `${path}/..`,
      `/%2e%2e${path}`,
      `${path}.`,
      `${path};a=b`,
      `${path}/.json`,
    ]),
  ),
  'path: percent': pathChanged((path, choices) =>
    choices.one([
      `${path}%`,
      `${path}%zz`,
      `${path}%00`,
      path.replace(/[a-z]/, (each) => `%${each.charCodeAt(0).toString(16)}`),
      path.replace(/[a-z](?=[^/]*$)/, (each) => `%${each.charCodeAt(0).toString(16)}`),
      `${path}%c0%af`,
      `${path}%ff`,
      `${path}%ED%A0%80`,
    ]),
  ),
  'path: a segment': pathChanged((path, choices) =>
    path.replace(/\/[^/]*(?=\/|$)/g, (each) =>
      choices.chance(0.3) ? `/${encodeURIComponent(choices.one(LINES).toWellFormed()).slice(0, 3_000)}` : each,
    ),
  ),
  'path: raw': (message, choices) => ({
    ...pathChanged((path) => `${path}${choices.one([' x', 'я', '\t', '"', '{}', '|', '\u0001'])}`)(
      message,
      choices,
      [],
    ),
    broken: true,
  }),
  'an address as the target': (message) => ({ ...message, target: `http://evil.example${message.target}` }),
  'target: star': (message) => ({ ...pathChanged(() => '*')(message, {} as Choices, []), broken: true }),
  'query: twice': (message) => ({
    ...message,
    target: message.target.includes('?')
      ? `${message.target}&${message.target.split('?')[1]}`
      : `${message.target}?limit=1&limit=2&as_of=x&as_of=y`,
  }),
  'query: strange': (message, choices) => ({
    ...message,
    target: `${message.target}${message.target.includes('?') ? '&' : '?'}${choices.one(['a[b]=c', 'a[]=1', '=', '&&', '%', 'limit=%ff', 'limit=1%00', 'q=%F0%9F%92%A5', '__proto__[x]=1', 'limit=1;x=2', `q=${'x'.repeat(6_000)}`, 'as_of=2026-12-01T09:30:00+03:00', 'status=%C3%28'])}`,
  }),
  fragment: (message) => ({ ...message, target: `${message.target}#here` }),
} as const satisfies Record<string, Change>;
