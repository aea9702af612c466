import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandName } from '@order-ledger/domain/bodies';
import type { Credentials } from './credentials.ts';
import type { HttpAnswer, HttpClient } from './http.ts';
import { type ModelName, modelFile } from './models.ts';
import type { Order, ReadSide } from './read-side.ts';
import { upload } from './tus.ts';
import type { Answer, AnsweredEvent, Request, World } from './world.ts';

/** Commands with a route of their own; all others go to `/commands/<name>`. */
const ROUTES: Readonly<Partial<Record<CommandName, string>>> = {
  ClaimOrder: 'claim',
  RenewClaim: 'claim/renew',
  ReleaseClaim: 'release',
  ReassignClaim: 'reassign',
};
const POLL_MS = 150;

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

const pathOf = ({ command, order_id }: Request): string =>
  order_id === null ? '/v1/orders' : `/v1/orders/${order_id}/${ROUTES[command] ?? `commands/${kebab(command)}`}`;

const answerOf = ({ status, headers, text, fields }: HttpAnswer): Answer => {
  if (status >= 300) {
    const { code, detail, event_version } = fields;
    return {
      outcome: 'refused',
      http_status: status,
      code: String(code ?? status),
      detail: String(detail ?? text.slice(0, 200)),
      ...(typeof event_version === 'number' ? { event_version } : {}),
    };
  }
  const { order_id, status: orderStatus, event_version, status_version, events, fence_token } = fields;
  return {
    outcome: 'done',
    order_id: String(order_id),
    status: orderStatus as Order['status'],
    event_version: Number(event_version),
    status_version: Number(status_version),
    events: events as AnsweredEvent[],
    ...(fence_token === undefined ? {} : { fence_token: Number(fence_token) }),
    replayed: headers.get('idempotent-replayed') === 'true',
    text,
  };
};

interface HttpWorldOptions {
  credentials: Credentials;
  http: HttpClient;
  readSide: ReadSide;
  /** Milliseconds that the read side may be behind what was answered. */
  lagLimitMs: number;
}

/** The running system, over its HTTP interfaces. */
export const httpWorld = ({ credentials, http, readSide, lagLimitMs }: HttpWorldOptions): World => {
  const { addresses } = credentials;
  return {
    send: async (request) => {
      const { caller, key, precondition, body } = request;
      const answer = await http.send({
        method: 'POST',
        url: `${addresses.command_api}${pathOf(request)}`,
        bearer: credentials.bearer(caller),
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...precondition },
        body: JSON.stringify(body),
      });
      return answerOf(answer);
    },
    // The seed makes a generated model new in each run: one that was measured before would be priced at once.
    upload: async (caller, model: ModelName) =>
      upload(http, addresses.upload_api, credentials.bearer(caller), await modelFile(model, Math.random())),
    timeline: async (order_id, min_version) => {
      const giveUpAt = performance.now() + lagLimitMs;
      for (;;) {
        const events = await readSide.timeline(order_id);
        if ((events.at(-1)?.event_version ?? 0) >= min_version) return events;
        if (performance.now() > giveUpAt) {
          throw new Error(
            `the read side does not show event ${min_version} of the order ${lagLimitMs / 1_000} s after it was answered`,
          );
        }
        await sleep(POLL_MS);
      }
    },
    pause: async () => void (await sleep(POLL_MS)),
    until: async (moment) => void (await sleep(Math.max(0, moment - Date.now()))),
    now: () => Date.now(),
    subject: (caller) => credentials.subject(caller),
  };
};
