import { describe, expect, it } from '@jest/globals';
import { meshFaults } from '@order-ledger/pricing/faults';
import { measureModel } from '@order-ledger/pricing/measure';
import { boxBody, cubeBody, moved, scaled, sphereBody } from '@order-ledger/testing/models/bodies';
import { assemblyXml, bodyAs3mf, modelXml, objectXml, threeMf } from '@order-ledger/testing/models/three-mf';
import { asZip64, streamed } from './support/archives.ts';
import { inspected, meshOf } from './support/reading.ts';

const CUBE = cubeBody(10);
const ITEM = '<item objectid="1"/>';

const measured = (bytes: Uint8Array, unit: 'MM' | 'INCH' = 'MM') => {
  const result = measureModel(bytes, { unit, orientation: 'AS_IS', process: 'SLS' });
  if (!result.ok) throw new Error(result.detail);
  const { measures, warnings } = result.measure;
  return { ...measures, warnings: warnings.map(({ code, count }) => [code, count]) };
};
const modelOf = async (bytes: Uint8Array) => {
  const result = await inspected(bytes);
  if (!result.ok) throw new Error(result.fault.detail);
  return { ...result.model, warnings: result.warnings };
};

it('reads a 3MF wherever it is cut [R2]', async () => {
  const bytes = bodyAs3mf(CUBE);
  const expected = {
    ok: true,
    model: { bytes: bytes.length, format: '3MF', triangles: 12, bounding_box: [10, 10, 10] },
    warnings: [],
  };
  for (const size of [1, 3, 100, 65_536]) expect(await inspected(bytes, {}, size)).toEqual(expected);
  expect(measured(bytes)).toEqual({ volume: 1000, area: 600, bounding_box: [10_000, 10_000, 10_000], warnings: [] });
});

it.each<[string, number]>([
  ['micron', 0.01],
  ['millimeter', 10],
  ['centimeter', 100],
  ['inch', 254],
  ['foot', 3048],
  ['meter', 10_000],
])('a 3MF in %s has its own size, whatever unit is asked for [R2] [R3]', async (unit, side) => {
  const bytes = bodyAs3mf(CUBE, unit);
  expect((await modelOf(bytes)).bounding_box.map((one) => Math.round(one * 1e6) / 1e6)).toEqual([side, side, side]);
  const small = bodyAs3mf(scaled(CUBE, 10 / side), unit);
  for (const asked of ['MM', 'INCH'] as const) expect(measured(small, asked).volume).toBeCloseTo(1000, 2);
});

it('a 3MF without a unit is in millimetres', async () => {
  expect(measured(threeMf(modelXml(objectXml(1, CUBE), ITEM, ''))).volume).toBe(1000);
});

it.each([
  ['in the form for large files', () => asZip64(bodyAs3mf(CUBE))],
  ['written as a stream', () => streamed(bodyAs3mf(CUBE))],
])('a 3MF whose archive is %s is read', async (_, written) => {
  expect(await modelOf(written())).toMatchObject({ triangles: 12, bounding_box: [10, 10, 10] });
});

describe('objects of a 3MF', () => {
  it('stand where components and build place them, the inner transform first [R2]', async () => {
    const plate = boxBody(1, 2, 3);
    const quarter = '0 1 0 -1 0 0 0 0 1 0 0 0';
    const bytes = threeMf(
      modelXml(
        objectXml(1, plate) + assemblyXml(2, [1, quarter], [1, '1 0 0 0 1 0 0 0 1 10 0 0']),
        '<item objectid="2" transform="2 0 0 0 2 0 0 0 2 0 0 100"/>',
      ),
    );
    // Turned: x from -2 to 0, y from 0 to 1; moved: x from 10 to 11, y from 0 to 2; all doubled and lifted.
    expect(await modelOf(bytes)).toMatchObject({ triangles: 24, bounding_box: [26, 4, 6] });
    const { positions } = meshOf(bytes);
    const heights = positions.filter((_, index) => index % 3 === 2);
    expect([Math.min(...heights), Math.max(...heights)]).toEqual([100, 106]);
    expect(measured(bytes).volume).toBe(2 * 8 * 6);
  });

  it('are all priced, each as often as it is placed, and not where nothing places it [R2]', () => {
    const far = '<item objectid="1" transform="1 0 0 0 1 0 0 0 1 50 0 0"/>';
    const bytes = threeMf(
      modelXml(
        objectXml(1, CUBE) + objectXml(2, moved(cubeBody(5), [0, 50, 0])) + objectXml(3, sphereBody(9)),
        `${ITEM}${far}<item objectid="2"/>`,
      ),
    );
    expect(measured(bytes)).toMatchObject({
      volume: 2125,
      bounding_box: [60_000, 55_000, 10_000],
      warnings: [['SEVERAL_ITEMS', 3]],
    });
  });

  it('that are sunk into each other within one item are one body [R2]', () => {
    const bytes = threeMf(
      modelXml(objectXml(1, CUBE) + assemblyXml(2, [1], [1, '1 0 0 0 1 0 0 0 1 5 0 0']), '<item objectid="2"/>'),
    );
    expect(measured(bytes)).toMatchObject({ volume: 1500, warnings: [['UNITED', 2]] });
  });

  it('that are mirrored keep their outside', () => {
    const bytes = threeMf(modelXml(objectXml(1, CUBE), '<item objectid="1" transform="-1 0 0 0 1 0 0 0 1 0 0 0"/>'));
    expect(measured(bytes)).toMatchObject({ volume: 1000, warnings: [] });
  });

  it('that are supports, surfaces or not to be printed are left out, which is said', () => {
    const others = ['support', 'solidsupport', 'surface'].map((type, index) =>
      objectXml(index + 2, sphereBody(3), `type="${type}"`),
    );
    const items = [1, 2, 3, 4].map((id) => `<item objectid="${id}"/>`).join('');
    const bytes = threeMf(
      modelXml(
        objectXml(1, CUBE) + others.join(''),
        `${items}<item objectid="1" printable="0" transform="1 0 0 0 1 0 0 0 1 50 0 0"/>`,
      ),
    );
    expect(measured(bytes)).toMatchObject({ volume: 1000, warnings: [['LEFT_OUT', 4]] });
  });

  it('may lie in other parts of the file, as slicers write them', () => {
    const part = (unit = 'millimeter') =>
      modelXml(objectXml(7, CUBE), '', `unit="${unit}"`).replace('<build></build>', '');
    const root = modelXml(
      '<object id="1" type="model"><components><component objectid="7" p:path="/3D/Objects/a%20b.model"/></components></object>',
      `${ITEM}<item objectid="7" p:path="/3D/Objects/a%20b.model" transform="1 0 0 0 1 0 0 0 1 30 0 0"/>`,
      'unit="millimeter" requiredextensions="p"',
    );
    expect(measured(threeMf(root, { '3D/Objects/a b.model': part() })).volume).toBe(2000);
    expect(() => measured(threeMf(root, { '3D/Objects/a b.model': part('inch') }))).toThrow('another unit');
    expect(() => measured(threeMf(root))).toThrow('which is not in the file');
  });
});

describe('several items of a 3MF', () => {
  const at = (id: number, x: number, y = 0) => `<item objectid="${id}" transform="1 0 0 0 1 0 0 0 1 ${x} ${y} 0"/>`;
  const measuredAs = (bytes: Uint8Array, orientation: 'AS_IS' | 'BEST' = 'AS_IS', process: 'SLS' | 'FDM' = 'SLS') =>
    measureModel(bytes, { unit: 'MM', orientation, process, thinWalls: 'risk' });
  const plate = (thickness: number) => boxBody(20, 20, thickness);

  it('are priced as the sum of each alone, wherever they stand on the plate [R2] [R3]', () => {
    const ball = sphereBody(8, 2_000);
    const bytes = threeMf(modelXml(objectXml(1, CUBE) + objectXml(2, ball), at(1, 0) + at(2, 900) + at(1, 5, 3)));
    const [cubes, balls, all] = [bodyAs3mf(CUBE), bodyAs3mf(ball), bytes].map((file) => {
      const result = measuredAs(file, 'BEST', 'FDM');
      if (!result.ok) throw new Error(result.detail);
      return result.measure;
    });
    expect(all!.measures.volume).toBeCloseTo(2 * cubes!.measures.volume + balls!.measures.volume, 2);
    expect(all!.support_volume).toBeCloseTo(2 * cubes!.support_volume + balls!.support_volume, 1);
    expect(all!.machine_seconds).toBeGreaterThan(2 * cubes!.machine_seconds + balls!.machine_seconds - 3);
    expect(all).toMatchObject({ triangles: 24 + ball.triangles, shells: 3, layers: balls!.layers });
    expect(all!.warnings).toEqual([{ code: 'SEVERAL_ITEMS', count: 3, faces: [] }]);
  });

  it('are not united, though they overlap or are twice in one place [R2]', () => {
    for (const x of [5, 0]) {
      const bytes = threeMf(modelXml(objectXml(1, CUBE), at(1, 0) + at(1, x)));
      expect(measured(bytes)).toMatchObject({ volume: 2000, area: 1200, warnings: [['SEVERAL_ITEMS', 2]] });
      expect(meshFaults(meshOf(bytes))).toEqual([]);
    }
  });

  it('are each refused by themselves, with their faces as the file counts them [R2]', async () => {
    const bytes = threeMf(
      modelXml(
        objectXml(1, CUBE) + objectXml(2, plate(0.2)) + objectXml(3, boxBody(700, 5, 5)),
        at(1, 0) + at(2, 50) + at(1, 9),
      ),
    );
    const thin = measuredAs(bytes);
    expect(thin).toMatchObject({ ok: false, reason: 'WALL_TOO_THIN', detail: expect.stringMatching(/^Item 2 of 3: /) });
    const faces = thin.ok ? [] : thin.faults[0]!.faces;
    expect(faces.length).toBeGreaterThan(0);
    expect(faces.every((face) => face >= 12 && face < 24)).toBe(true);
    const long = threeMf(modelXml(objectXml(1, CUBE) + objectXml(3, boxBody(700, 5, 5)), at(1, 0) + at(3, 0)));
    expect(measuredAs(long)).toMatchObject({ reason: 'TOO_LARGE', detail: expect.stringMatching(/^Item 2 of 2: /) });
  });

  it('have the risk of those that may be spoilt [R2]', () => {
    const bytes = threeMf(modelXml(objectXml(1, CUBE) + objectXml(2, plate(0.5)), at(1, 0) + at(2, 50) + at(2, 90)));
    const risky = measuredAs(bytes);
    const faults = [{ code: 'THIN_WALL', count: 8 }];
    expect(risky).toMatchObject({ ok: true, measure: { risk: { reason: 'WALL_TOO_THIN', faults } } });
  });

  it('tell a progress that never falls', () => {
    const told: number[] = [];
    const bytes = threeMf(
      modelXml(objectXml(1, CUBE) + objectXml(2, sphereBody(5, 800)), at(1, 0) + at(2, 50) + at(1, 90)),
    );
    measureModel(bytes, {
      unit: 'MM',
      orientation: 'AS_IS',
      process: 'SLS',
      onProgress: (_, percent) => told.push(percent),
    });
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBe(100);
  });

  it('may be many if they are alike, and not if each is another', async () => {
    const many = Array.from({ length: 300 }, (_, number) => at(1, 12 * number)).join('');
    expect(measured(threeMf(modelXml(objectXml(1, CUBE), many)))).toMatchObject({ volume: 300_000 });
    const turned = Array.from(
      { length: 300 },
      (_, number) => `<item objectid="1" transform="${1 + number / 1000} 0 0 0 1 0 0 0 1 0 0 0"/>`,
    );
    expect(await inspected(threeMf(modelXml(objectXml(1, CUBE), turned.join(''))))).toMatchObject({
      fault: { code: 'NOT_3MF', detail: expect.stringMatching(/different items.*several files/) },
    });
  });
});

describe('volumes of a slicer', () => {
  const plain = cubeBody(10);
  const other = moved(cubeBody(10), [5, 5, 5]);
  const both = { positions: Float64Array.from([...plain.positions, ...other.positions]) };
  const prusa = (type: string, ids: readonly [number, number] = [12, 23]) =>
    threeMf(modelXml(objectXml(1, both), ITEM), {
      'Metadata/Slic3r_PE_model.config': `<?xml version="1.0"?>\n<config><object id="1"><metadata type="object" key="name" value="a"/><volume firstid="0" lastid="11"><metadata type="volume" key="volume_type" value="ModelPart"/></volume><volume firstid="${ids[0]}" lastid="${ids[1]}"><metadata type="volume" key="${type === '1' ? 'modifier' : 'volume_type'}" value="${type}"/></volume></object></config>`,
    });
  const bambu = (subtype: string) =>
    threeMf(modelXml(objectXml(1, plain) + objectXml(2, other) + assemblyXml(3, [1], [2]), '<item objectid="3"/>'), {
      'Metadata/model_settings.config': `<?xml version="1.0"?>\n<config><object id="3"><part id="1" subtype="normal_part"/><part id="2" subtype="${subtype}"/></object></config>`,
    });

  it.each([
    ['ModelPart', 'normal_part', 1875, [['UNITED', 2]]],
    ['ParameterModifier', 'modifier_part', 1000, [['LEFT_OUT', 1]]],
    ['SupportBlocker', 'support_blocker', 1000, [['LEFT_OUT', 1]]],
    ['SupportEnforcer', 'support_enforcer', 1000, [['LEFT_OUT', 1]]],
    ['1', 'modifier_part', 1000, [['LEFT_OUT', 1]]],
  ])('that are %s or %s are priced as what they are [R2]', (type, subtype, volume, warnings) => {
    for (const bytes of [prusa(type), bambu(subtype)]) expect(measured(bytes)).toMatchObject({ volume, warnings });
  });

  it.each([
    ['infill_mesh', 'True', 1000, [['LEFT_OUT', 1]]],
    ['anti_overhang_mesh', 'True', 1000, [['LEFT_OUT', 1]]],
    ['infill_mesh', 'False', 2000, [['SEVERAL_ITEMS', 2]]],
    ['extruder_nr', '1', 2000, [['SEVERAL_ITEMS', 2]]],
  ])('of Cura with %s %s are priced as what they are [R2]', (setting, value, volume, warnings) => {
    const group = `<metadatagroup><metadata name="cura:${setting}" type="xs:string">${value}</metadata></metadatagroup>`;
    const second = objectXml(2, other).replace('<mesh>', `${group}<mesh>`);
    const bytes = threeMf(modelXml(objectXml(1, plain) + second, `${ITEM}<item objectid="2"/>`));
    expect(measured(bytes)).toMatchObject({ volume, warnings });
  });

  it('that are cut out of the part refuse it with what helps [R2]', () => {
    for (const bytes of [prusa('NegativeVolume'), bambu('negative_part')])
      expect(() => measured(bytes)).toThrow(/negative volume.*export the plate or the object as STL/);
  });

  it('that are not of the mesh that is there change nothing', () => {
    for (const ids of [
      [12, 24],
      [11, 23],
      [23, 12],
    ] as const)
      expect(measured(prusa('ParameterModifier', ids))).toMatchObject({ volume: 1875 });
  });
});

it('a 3MF of many triangles has the volume of the same body as STL', () => {
  const ball = sphereBody(20, 4_000);
  expect(measured(bodyAs3mf(ball)).volume).toBeCloseTo(ball.volume, 0);
});
