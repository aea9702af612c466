import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@order-ledger/local/ports';
import { type FaultProxy, startFaultProxy } from '../src/faults/fault-proxy.ts';

/** Answers every chunk with itself. */
let echo: Server;
let proxy: FaultProxy;
const clients: Socket[] = [];

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await startFaultProxy(await freePort());
  proxy.lead({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  echo.close();
});

/** A client of the way: resolves to what becomes of the attempt. */
const dial = async (): Promise<Socket> => {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  await once(socket, 'connect');
  return socket;
};
const fails = async (socket: Socket): Promise<string> => {
  const [error] = await once(socket, 'error');
  return (error as NodeJS.ErrnoException).code ?? '';
};
const refused = (): Promise<string> => {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  return fails(socket);
};
const answer = async (socket: Socket): Promise<Buffer> => (await once(socket, 'data'))[0] as Buffer;
const asked = async (socket: Socket, text: string): Promise<string> => {
  const answered = answer(socket);
  socket.write(text);
  return (await answered).toString();
};

describe('a way to a dependency', () => {
  it('carries bytes both ways, and an end', async () => {
    const socket = await dial();
    expect(await asked(socket, 'hello')).toBe('hello');
    const ended = once(socket, 'end');
    socket.end();
    await ended;
  });

  it('refuses: what was open ends, what comes is refused, and after the mending it is as before', async () => {
    const socket = await dial();
    expect(await asked(socket, 'before')).toBe('before');
    const closed = once(socket, 'close');
    proxy.begin('refused');
    await closed;
    expect(await refused()).toBe('ECONNREFUSED');
    await proxy.mend();
    expect(await asked(await dial(), 'after')).toBe('after');
  });

  it('resets what is open and what comes', async () => {
    const socket = await dial();
    expect(await asked(socket, 'before')).toBe('before');
    const broken = fails(socket);
    proxy.begin('reset');
    expect(await broken).toBe('ECONNRESET');
    expect(await refused()).toBe('ECONNRESET');
    await proxy.mend();
    expect(await asked(await dial(), 'after')).toBe('after');
  });

  it('falls silent: nothing is lost, and all of it comes when it is mended, to new connections too', async () => {
    const old = await dial();
    expect(await asked(old, 'before')).toBe('before');
    proxy.begin('silent');
    const recent = await dial();
    const heard: string[] = [];
    for (const socket of [old, recent]) {
      socket.on('data', (data) => heard.push(data.toString()));
      socket.write('meanwhile');
    }
    // A second way that speaks shows that the silence is no slowness of this machine.
    const other = await startFaultProxy(await freePort());
    other.lead({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port });
    const speaking = connect(other.port, '127.0.0.1');
    clients.push(speaking);
    expect(await asked(speaking, 'speaks')).toBe('speaks');
    await other.close();
    expect(heard).toEqual([]);
    const both = Promise.all([answer(old), answer(recent)]);
    await proxy.mend();
    await both;
    expect(heard).toEqual(['meanwhile', 'meanwhile']);
  });

  it('is slow: answers come two seconds late, in their order, and those under way before those after the mending', async () => {
    const socket = await dial();
    expect(await asked(socket, 'before')).toBe('before');
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString();
    });
    proxy.begin('slow');
    const began = performance.now();
    socket.write('first ');
    await answer(socket);
    expect(performance.now() - began).toBeGreaterThan(1_900);
    socket.write('second ');
    socket.write('third ');
    await proxy.mend();
    socket.write('fourth');
    while (!heard.endsWith('fourth')) await answer(socket);
    expect(heard).toBe('first second third fourth');
  });

  it('spoils one answer, once', async () => {
    const socket = await dial();
    const spoilt = proxy.garble((length) => Buffer.alloc(length, 'x'));
    expect(await asked(socket, 'hello')).toBe('xxxxx');
    await spoilt;
    expect(await asked(socket, 'hello')).toBe('hello');
  });

  it('breaks off when the dependency does', async () => {
    const socket = await dial();
    expect(await asked(socket, 'before')).toBe('before');
    const gone = once(socket, 'close');
    echo.close();
    proxy.lead({ host: '127.0.0.1', port: await freePort() });
    const next = await dial();
    expect(await fails(next)).toBe('ECONNRESET');
    socket.end();
    await gone;
  });
});
