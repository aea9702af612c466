import type { IncomingHttpHeaders } from 'node:http';

/** Of one connection, not of what is sent over it (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = [
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
];

/** What a caller may not say of itself: the next process believes it. */
const SAID_BY_US = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
];

const namedIn = (connection: string | undefined): string[] =>
  (connection ?? '').split(',').map((name) => name.trim().toLowerCase());

/** The framing of the body is kept: whoever sends it on makes its own connection of it. */
const KEPT = ['transfer-encoding', 'content-length'];

const removeHops = (headers: IncomingHttpHeaders): void => {
  for (const name of [...OF_THE_CONNECTION, ...namedIn(headers.connection)])
    if (!KEPT.includes(name)) delete headers[name];
  delete headers.connection;
};

/** Takes out of a request what ends here. */
export const cleanRequest = (headers: IncomingHttpHeaders): void => {
  removeHops(headers);
  for (const name of SAID_BY_US) delete headers[name];
  // It has been answered already.
  delete headers.expect;
};

/** What an address without a host is read against. */
const ANYWHERE = 'http://anywhere';

/**
 * Takes out of an answer what ends here, and makes an address of ours in `Location` one of this origin.
 *
 * @param isHere whether this origin has the path
 */
export const cleanAnswer = (headers: IncomingHttpHeaders, isHere: (path: string) => boolean): void => {
  removeHops(headers);
  const { location } = headers;
  if (location === undefined || !URL.canParse(location, ANYWHERE)) return;
  const { pathname, search } = new URL(location, ANYWHERE);
  if (isHere(pathname)) headers.location = `${pathname}${search}`;
};
