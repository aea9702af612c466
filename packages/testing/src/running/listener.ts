import type { AnyApi } from './query-api.ts';

export interface Message {
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: held against its schema
  data: any;
}

/** A client of server-sent events: keeps messages, the last id and whether the stream has ended. */
export const listenTo = async (api: AnyApi, path: string, credential: string, headers: Record<string, string> = {}) => {
  const leave = new AbortController();
  const response = await api.fetchFrom(path, { credential, headers }, leave.signal);
  const messages: Message[] = [];
  const seen = { lastId: '', heartbeats: 0, ended: false, text: '' };
  const read = async (): Promise<void> => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true });
      seen.text += text;
      rest += text;
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        seen.lastId = field('id') ?? seen.lastId;
        if (block.includes(': heartbeat')) seen.heartbeats += 1;
        const data = field('data');
        if (data !== undefined) messages.push({ id: seen.lastId, data: JSON.parse(data) });
      }
    }
  };
  const done = read()
    .catch((error: unknown) => {
      if (!leave.signal.aborted) throw error;
    })
    .finally(() => {
      seen.ended = true;
    });
  return {
    response,
    messages,
    seen,
    done,
    leave: async () => {
      leave.abort();
      await done;
    },
  };
};

export type Listener = Awaited<ReturnType<typeof listenTo>>;
