import type { CommandName } from '@order-ledger/domain/bodies';
import type { Status } from '@order-ledger/domain/status';
import { DESCRIBED, type Senders } from '@order-ledger/testing/graph/described';
import { hiddenFromCarriers } from '@order-ledger/testing/graph/expected-matrix';
import { ACTORS, type ActorName } from '@order-ledger/testing/orders/actors';
import { journeyTo, partnersOrder } from '@order-ledger/testing/orders/journeys';
import { act, type Case, caseOf, noOrder, type Order, type Sending } from '@order-ledger/testing/orders/specification';

type WhoMay = Senders & { command: CommandName; in: readonly (Status | null)[] };

const WHO_MAY: readonly WhoMay[] = [...DESCRIBED.rules, ...DESCRIBED.facts].flatMap(({ command, from, by }) =>
  by.map((senders) => ({ in: from, ...senders, command })),
);

const PARTNERS = partnersOrder();

const orderFor = (actor: ActorName, status: Status | null, held: WhoMay['held']): Order => {
  const start = actor === 'partner' ? PARTNERS : journeyTo('INITIATED');
  if (status === null) return noOrder();
  return held === undefined ? journeyTo(status, start) : act(journeyTo(held.from, start), 'HoldOrder', { as: held.by });
};

const casesOf = ({ command, in: statuses, held, body = {}, who }: WhoMay): Case[] =>
  statuses.flatMap((status) =>
    (Object.keys(ACTORS) as ActorName[]).map((actor) => {
      const hidden = actor === 'carrier' && status !== null && hiddenFromCarriers(status, command);
      const expected = hidden ? 'unknown-order' : who.includes(actor) ? 'admitted' : 'forbidden';
      const sending = { as: actor, body } as Sending;
      return caseOf(`${actor} in ${status}`, orderFor(actor, status, held), command, sending, expected);
    }),
  );

const titleOf = ({ command, in: statuses, held, body = {}, who }: WhoMay): string => {
  const struck = held === undefined ? '' : ` of ${held.from} by ${held.by}`;
  const fields = Object.values(body).join(', ');
  const where =
    statuses.length > 3 ? `${statuses.length} statuses` : statuses.map((status) => status ?? 'no order').join(', ');
  return `${command}${fields && ` (${fields})`} in ${where}${struck}: ${who.join(', ')} and nobody else`;
};

/** Each line of the expected grants for each of the 18 actors, a partner's on an order of its own. */
export const GRANTS: readonly { title: string; cases: readonly Case[] }[] = WHO_MAY.map((line) => ({
  title: titleOf(line),
  cases: casesOf(line),
}));
