import type { CommandBody } from '../../api/shapes.ts';

type Unit = NonNullable<CommandBody<'/v1/orders/{order_id}/commands/attach-model'>['unit']>;

const MM_PER: Readonly<Record<Unit, number>> = { MM: 1, CM: 10, INCH: 25.4, M: 1_000 };

const isKnown = (unit: string): unit is Unit => Object.hasOwn(MM_PER, unit);

/** How many mm a unit of the file is; null for a unit that an API newer than this page takes: its scale is not known here. */
export const mmPerUnit = (unit: string): number | null => (isKnown(unit) ? MM_PER[unit] : null);
