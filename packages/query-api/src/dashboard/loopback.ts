import { BlockList, isIPv6 } from 'node:net';
import type { Request } from 'express';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a program of this machine asks, at an address of this machine. Behind a proxy it would be the proxy; and the
 * name of another host means a page from elsewhere that has had its name lead here.
 */
export const isFromHere = ({ socket, headers }: Pick<Request, 'socket' | 'headers'>): boolean => {
  const { remoteAddress = '' } = socket;
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const isProxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return NAMES.includes(host) && !isProxied && LOOPBACK.check(remoteAddress, isIPv6(remoteAddress) ? 'ipv6' : 'ipv4');
};
