import { describe, expect, it } from '@jest/globals';
import { mmPerUnit } from '../src/order/model/mm-per-unit.ts';
import { modelOf } from '../src/order/model/model-of-order.ts';
import { placesOf } from '../src/order/model/places.ts';
import type { OrderEvent } from '../src/order/order-queries.ts';

let version = 0;
const event = (type: string, data: Record<string, unknown> = {}): OrderEvent => {
  version += 1;
  return { type, data, event_version: version } as unknown as OrderEvent;
};
const fault = (code: string, faces: number[] = []) => ({ code, count: faces.length, faces });
const model = (warnings: object[]) => ({
  sha256: 'a',
  unit: 'INCH',
  model: { format: 'OBJ', triangles: 12, bounding_box: [1, 2, 3], warnings },
});

describe('the model of an order', () => {
  it('is the last that was attached, with what refuses it first and no fault twice', () => {
    const events = [
      event('ModelFileUploaded', { ...model([]), sha256: 'old' }),
      event('OrderRevised', model([fault('UNITED'), fault('SHEET', [4])])),
      event('OrderSubmitted', { model_sha256: 'a' }),
      event('OrderRejected', { reason: 'WALL_TOO_THIN', faults: [fault('THIN_WALL', [1, 2]), fault('SHEET', [4, 5])] }),
    ];
    expect(modelOf(events)).toEqual({
      sha256: 'a',
      unit: 'INCH',
      format: 'OBJ',
      triangles: 12,
      box: [1, 2, 3],
      faults: [
        { ...fault('THIN_WALL', [1, 2]), refuses: true },
        { ...fault('SHEET', [4, 5]), refuses: true },
        { ...fault('UNITED'), refuses: false },
      ],
    });
  });

  it('says of an open surface that it will be refused before anybody has priced it', () => {
    const events = [event('ModelFileUploaded', model([fault('MERGED_CORNERS'), fault('OPEN_EDGES', [0])]))];
    expect(modelOf(events)?.faults.map(({ code, refuses }) => [code, refuses])).toEqual([
      ['OPEN_EDGES', true],
      ['MERGED_CORNERS', false],
    ]);
  });

  it('has the faults that are a risk of its price, which refuse nothing, until the file is another', () => {
    const priced = [
      event('ModelFileUploaded', model([fault('UNITED')])),
      event('PriceCalculated', { risk: { reason: 'WALL_TOO_THIN', faults: [fault('THIN_WALL', [1, 2])] } }),
    ];
    expect(modelOf(priced)?.faults).toEqual([
      { ...fault('THIN_WALL', [1, 2]), refuses: false },
      { ...fault('UNITED'), refuses: false },
    ]);
    expect(modelOf([...priced, event('PriceCalculated')])?.faults).toHaveLength(1);
    expect(modelOf([...priced, event('ModelFileReplaced', model([]))])?.faults).toEqual([]);
  });

  it('is none before one is attached', () => {
    expect(modelOf([event('OrderInitiated')])).toBeNull();
  });
});

describe('places of faults', () => {
  const at = (x: number): number[] => [x, 0, 0, x + 1, 0, 0, x, 1, 0];

  it('are faces that hang together by corners, the largest first', () => {
    const places = placesOf([...at(50), ...at(0), ...at(1), ...at(2)]);
    expect(places.map(({ faces }) => faces)).toEqual([3, 1]);
    expect(places[0]?.centre).toEqual([1.5, 0.5, 0]);
    expect(places[0]?.radius).toBeCloseTo(Math.hypot(3, 1) / 2);
  });

  it('are few enough to be stepped through, and none where nothing is marked', () => {
    expect(placesOf([])).toEqual([]);
    expect(placesOf(Array.from({ length: 200 }, (_, n) => at(10 * n)).flat())).toHaveLength(50);
  });
});

describe('the scale of a model', () => {
  it('is what a unit of its file is in mm, and unknown for a unit that the page does not know', () => {
    expect(['MM', 'CM', 'INCH', 'M', 'FOOT', 'toString'].map(mmPerUnit)).toEqual([1, 10, 25.4, 1_000, null, null]);
  });
});
