import { describe, expect, it } from '@jest/globals';
import { measureModel } from '@order-ledger/pricing/measure';
import { priceOf } from '@order-ledger/pricing/price';
import { TARIFF } from '@order-ledger/pricing/tariff';
import { type RealModel, realModel } from './support/models.ts';

const measured = (name: RealModel) =>
  measureModel(realModel(name), { unit: 'MM', orientation: 'AS_IS', process: 'FDM' });

describe('real models', () => {
  it.each<[RealModel, number, number, [number, number, number]]>([
    ['box_2x3x4.stl', 24, 52, [2000, 3000, 4000]],
    ['WALLY_1plate.stl', 22_863.823, 17_701.103, [69_860, 114_300, 6000]],
    ['002.STL', 48_625.101, 18_330.525, [59_225, 125_000, 10_000]],
    ['cube-20mm-with-hole.stl', 3000, 1800, [20_000, 20_000, 10_000]],
  ])('%s has the volume that others measured too', (name, volume, area, box) => {
    const result = measured(name);
    if (!result.ok) throw new Error(result.detail);
    expect(result.measure.measures.volume).toBeCloseTo(volume, 2);
    expect(result.measure.measures.area).toBeCloseTo(area, 2);
    expect(result.measure.measures.bounding_box).toEqual(box);
  });

  it.each<[RealModel, string, string]>([
    ['shark.stl', 'NOT_WATERTIGHT', 'OPEN_EDGES'],
    ['teapot.stl', 'NOT_WATERTIGHT', 'OPEN_EDGES'],
    ['tri.stl', 'NOT_WATERTIGHT', 'NO_VOLUME'],
    ['ship.stl', 'WALL_TOO_THIN', 'THIN_WALL'],
  ])('%s is refused as %s [A9]', (name, reason, code) => {
    const result = measured(name);
    expect(result).toMatchObject({ ok: false, reason });
    expect(result.ok ? [] : result.faults.map((fault) => fault.code)).toContain(code);
  });

  it('box.stl, of two parts with a header each, is one closed body', () => {
    expect(measured('box.stl')).toMatchObject({ ok: true, measure: { triangles: 1944, shells: 1, warnings: [] } });
  });

  it('effector_base is taken without six faces of no area, which made edges of four', () => {
    expect(measured('effector_base.stl')).toMatchObject({
      ok: true,
      measure: { warnings: [{ code: 'DEGENERATE', count: 6 }] },
    });
  });

  it('Pterosaur of 201,286 triangles is taken without its two faces of no area, and priced', () => {
    const result = measured('Pterosaur_FDM.stl');
    if (!result.ok) throw new Error(result.detail);
    const { measure } = result;
    expect(measure).toMatchObject({ triangles: 201_286, shells: 1, layers: 250 });
    expect(measure.measures.bounding_box).toEqual([60_000, 45_000, 50_000]);
    expect(measure.warnings.map(({ code }) => code)).toEqual(['DEGENERATE', 'THIN_WALL']);
    const order = { material: 'PLA', process: 'FDM', quantity: 1, priority: 'NORMAL' } as const;
    expect(priceOf(measure, order, TARIFF)).toMatchObject({ ok: true, machine_seconds: measure.machine_seconds });
  }, 120_000);
});
