import { readFileSync } from 'node:fs';
import type { CommandName } from '@order-ledger/domain/bodies';
import type { EventType } from '@order-ledger/domain/events';
import type { Status } from '@order-ledger/domain/status';

interface Described {
  owners: Readonly<Record<string, string>>;
  final: readonly Status[];
  holdable: readonly Status[];
  strikable: readonly Status[];
  rules: readonly {
    id: string;
    from: readonly (Status | null)[];
    to: Status[];
    command: CommandName;
    event: EventType;
  }[];
}

/** The graph as the product's description has it, written out once more: what the code's graph is held against. */
export const DESCRIBED = JSON.parse(
  readFileSync(new URL('../../fixtures/order-graph.json', import.meta.url), 'utf8'),
) as Described;
