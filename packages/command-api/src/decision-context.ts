import type { CommandName } from '@order-ledger/domain/bodies';
import type { CatalogueEntry, Context } from '@order-ledger/domain/command';
import { edgesOf, GRAPH, hasEdge } from '@order-ledger/domain/edges';
import type { Actor } from '@order-ledger/domain/grants';
import type { OrderState } from '@order-ledger/domain/state';
import { unit } from '@order-ledger/domain/values';
import type { Accounts } from './partners/accounts.ts';
import type { AdmitCalculation } from './partners/calculations.ts';
import { ownerOfPartner } from './subject.ts';
import { type FindUpload, inUnit } from './uploads.ts';

/** What lies outside of an order and its body. */
export interface Dependencies {
  accounts: Accounts;
  admitCalculation: AdmitCalculation;
  findUpload: FindUpload;
  catalogue: () => Promise<readonly CatalogueEntry[]>;
  carriers: readonly string[];
  surplusPercent: number;
  /** Null where the actor does not see the order, readable or not. */
  loadOrder: (orderId: string, actor: Actor) => Promise<OrderState | null>;
}

interface Asked {
  state: OrderState | null;
  actor: Actor;
  body: Record<string, unknown>;
}

type Gather = (around: Dependencies, asked: Asked) => Promise<Context>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const account: Gather = async ({ accounts }, { state, actor, body }) => ({
  account: await accounts.of(state === null ? (actor.partner_id ?? text(body.partner_id) ?? null) : state.partner_id),
});

/** What the plan says of urgency is asked of partners only. */
const partnersAccount: Gather = async (around, asked) => (asked.actor.kind === 'partner' ? account(around, asked) : {});

const upload: Gather = async ({ findUpload }, { state, body }) => {
  const id = text(body.upload_id);
  if (id === undefined || state === null) return {};
  const found = await findUpload(id, ownerOfPartner(state.partner_id));
  return { upload: found === null ? null : inUnit(found, unit.default('MM').parse(body.unit)) };
};

const catalogue: Gather = async (around) => ({ catalogue: await around.catalogue() });

const surplus: Gather = async ({ surplusPercent }) => ({ surplus_percent: surplusPercent });
/** The order that a field of the body names; what its sender does not see does not exist. */
const otherOrder =
  (field: string, key: 'remade_order' | 'replaced_order' | 'remake_order'): Gather =>
  async ({ loadOrder }, { actor, body }) => {
    const id = text(body[field]);
    if (id === undefined) return {};
    return { [key]: await loadOrder(id, actor) };
  };

/** What a partner's own orders wait for is limited; what the staff submits for him is not. */
const calculation: Gather = async ({ admitCalculation }, { actor }) => {
  if (actor.kind === 'partner' && actor.partner_id !== undefined) await admitCalculation(actor.partner_id);
  return {};
};

/** Which commands need something from outside. */
const GATHER: Readonly<Partial<Record<CommandName, readonly Gather[]>>> = {
  InitiateOrder: [
    account,
    otherOrder('remake_of_order_id', 'remade_order'),
    otherOrder('replaces_order_id', 'replaced_order'),
  ],
  AcceptQuote: [account],
  ChangePriority: [partnersAccount],
  AttachModel: [upload],
  ReviseOrder: [calculation, upload, catalogue],
  SubmitOrder: [calculation, catalogue],
  FailManufacturing: [surplus],
  CompleteManufacturing: [surplus],
  RecordCorrection: [surplus],
  RequestShipment: [async ({ carriers }) => ({ carriers })],
  CloseOrder: [otherOrder('remake_order_id', 'remake_order')],
};

/**
 * Gathers the context of a command's guards. Without an edge in the graph nothing is asked: the command is refused
 * anyway, even while a dependency does not answer. A promise only where something is asked.
 */
export const gatherContext = (around: Dependencies, command: CommandName, asked: Asked): Context | Promise<Context> => {
  const needed = GATHER[command];
  if (needed === undefined || !hasEdge(edgesOf(GRAPH), command, asked.state?.status ?? null)) return {};
  return Promise.all(needed.map((gather) => gather(around, asked))).then((parts) => Object.assign({}, ...parts));
};
