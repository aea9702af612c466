/** Milliseconds by which a zone's clocks are ahead of UTC at a moment. */
const offsetAt = (moment: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
    ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(moment / 1_000) * 1_000;
};

/** What the clocks of a zone show, as a field of a form holds it: `2026-11-30T14:05`. */
export const clockTime = (moment: number, timeZone: string): string =>
  new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(0, 16);

/** The moment at which the clocks of a zone show this; null: it is no time, or they skip it. */
export const momentOf = (clock: string, timeZone: string): string | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(clock);
  if (match === null) return null;
  const asUtc = Date.parse(`${clock}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  // At the change of the clocks the offset is that of one side or of the other.
  for (const near of [asUtc, asUtc - 86_400_000, asUtc + 86_400_000]) {
    const moment = asUtc - offsetAt(near - offsetAt(near, timeZone), timeZone);
    if (clockTime(moment, timeZone) === clock) return new Date(moment).toISOString();
  }
  return null;
};
